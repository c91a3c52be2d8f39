import { useParams } from 'react-router';

/** The thread that the page's address names. */
export function useThreadAddress(): { no: number; slug: string; network: { slug: string } } {
  const { network = '', thread = '' } = useParams();
  const [no = '', ...slug] = thread.split('-');
  return { no: Number.parseInt(no, 10), slug: slug.join('-'), network: { slug: network } };
}
