import { StaticPage } from '../components/StaticPage.js';

export function Component() {
  return <StaticPage page="about" />;
}
