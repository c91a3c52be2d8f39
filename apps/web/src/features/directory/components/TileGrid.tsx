import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { findPath } from '../paths.js';
import styles from './TileGrid.module.css';

interface Tile {
  id: string;
  slug: string;
  name: { lang: string; text: string };
}

/** Municipalities of a county as tiles in place of a map: yours is yellow, numbers are those of the list. */
export function TileGrid({
  county,
  tiles,
  yours,
  topic,
  whereIds,
}: {
  county: string;
  tiles: readonly Tile[];
  yours: string | null;
  topic: string | null;
  whereIds: readonly string[];
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <>
      <ul className={styles['grid']}>
        {tiles.map((tile) => {
          const numbers = whereIds.flatMap((id, at) => (id === tile.id ? [at + 1] : []));
          const own = tile.id === yours;
          return (
            <li key={tile.id}>
              <Link
                className={own ? `${styles['tile']} ${styles['yours']}` : styles['tile']}
                to={href(findPath({ topic: topic ?? undefined, place: tile.slug }))}
                aria-current={own ? 'location' : undefined}
                lang={tile.name.lang}
              >
                {tile.name.text}
                {numbers.length > 0 && (
                  <span className={styles['numbers']}>
                    {numbers.map((number) => (
                      <b key={number}>{number}</b>
                    ))}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <p className="meta">{formatMessage({ id: 'directory.tiles.text' }, { county })}</p>
    </>
  );
}
