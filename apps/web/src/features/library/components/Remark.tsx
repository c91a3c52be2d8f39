import { useIntl } from 'react-intl';
import styles from './Library.module.css';

/** What a reviewer said, by field; of the whole where the field is empty. */
export type Remarks = readonly { field: string; text: string }[];

/** What a reviewer said of one field, beside it. */
export function Remark({ remarks, field }: { remarks: Remarks; field: string }) {
  const { formatMessage } = useIntl();
  const said = remarks.filter((remark) => remark.field === field);
  return said.map(({ text }, at) => (
    <p className={styles['remark']} key={at}>
      <strong>{formatMessage({ id: 'library.remark' })}</strong> {text}
    </p>
  ));
}
