import type { ReactNode } from 'react';

/**
 * A row of the sheet: the margin (when, who, status) | the double rule | the content (what) | an aside.
 * Every page is a stack of these; nothing else stands left of the rule.
 * @param asideWidth px, 168 to 340
 */
export function SheetRow({
  margin,
  aside,
  asideWidth = 264,
  children,
}: {
  margin?: ReactNode;
  aside?: ReactNode;
  asideWidth?: number;
  children: ReactNode;
}) {
  return (
    <div className="sheet-row">
      <div className="margin">{margin}</div>
      {aside ? (
        <div className="content with-aside" style={{ '--aside': `${asideWidth}px` }}>
          <div>{children}</div>
          <aside>{aside}</aside>
        </div>
      ) : (
        <div className="content">{children}</div>
      )}
    </div>
  );
}

/** A note for the margin: a strong word and a quiet line ("55 days late", "due 30 Sep"). */
export function MarginNote({ strong, tone, children }: { strong: ReactNode; tone?: 'danger' | undefined; children?: ReactNode }) {
  return (
    <div className={tone ? `margin-note ${tone}` : 'margin-note'}>
      <strong>{strong}</strong>
      {children}
    </div>
  );
}

/** The big date in the margin of `/home`: weekday, day, month. */
export function Datum({ above, day, below }: { above: string; day: string; below: string }) {
  return (
    <div className="datum">
      <span>{above}</span>
      <b>{day}</b>
      <span>{below}</span>
    </div>
  );
}

/** A section with an ink line under its heading. `count` stands beside the title, `end` at the right. */
export function Section({
  title,
  count,
  end,
  id,
  level = 2,
  children,
}: {
  title: ReactNode;
  count?: ReactNode;
  end?: ReactNode;
  id?: string;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section" id={id}>
      <header>
        <Heading>{title}</Heading>
        {count !== undefined && <span className="count-of">{count}</span>}
        {end !== undefined && <span className="end">{end}</span>}
      </header>
      {children}
    </section>
  );
}

/** Figures at a glance: each value may be "3 of 7" and may open its rows by a link inside `value`. */
export function Stats({ figures }: { figures: readonly { value: ReactNode; of?: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className="stats">
      {figures.map((figure, index) => (
        <div key={index}>
          <dt>{figure.label}</dt>
          <dd>
            <b>{figure.value}</b> {figure.of}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A coloured line in the page: information, warning, result. `role` status is spoken when it appears. */
export function Banner({
  tone = 'info',
  icon,
  actions,
  announce = false,
  children,
}: {
  tone?: 'info' | 'ok' | 'warn' | 'danger';
  icon?: ReactNode;
  actions?: ReactNode;
  announce?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={tone === 'info' ? 'banner' : `banner ${tone}-tone`} role={announce ? 'status' : undefined}>
      {icon}
      <div>{children}</div>
      {actions && <div className="button-row">{actions}</div>}
    </div>
  );
}
