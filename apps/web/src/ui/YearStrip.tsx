export interface YearStripProps {
  /** Ten month names, September to June. */
  months: readonly string[];
  /** Points at 0 to 1 of the strip; `held` ones are filled. `summary` says the lane in words. */
  lanes: readonly {
    key: string;
    name: string;
    lang?: string | undefined;
    summary: string;
    points: readonly { at: number; held: boolean }[];
  }[];
  /** 0 to 1: the saffron line of today; null outside the year. */
  now: number | null;
  label: string;
}

/** The school year as a strip, a lane per network: filled dots were held, open dots are planned. */
export function YearStrip({ months, lanes, now, label }: YearStripProps) {
  return (
    <div className="year-strip" role="group" aria-label={label}>
      <div className="months" aria-hidden>
        {months.map((month) => (
          <span key={month}>{month}</span>
        ))}
      </div>
      {lanes.map((lane) => (
        <Lane key={lane.key} lane={lane} now={now} />
      ))}
    </div>
  );
}

function Lane({ lane, now }: { lane: YearStripProps['lanes'][number]; now: number | null }) {
  return (
    <>
      <div className="lane-name" lang={lane.lang}>
        {lane.name}
      </div>
      <svg role="img" aria-label={lane.summary}>
        <line x1="0" x2="100%" y1="15" y2="15" stroke="var(--hairline)" strokeWidth="2" />
        {now !== null && (
          <>
            <line x1="0" x2={`${now * 100}%`} y1="15" y2="15" stroke="var(--primary)" strokeWidth="2" />
            <line x1={`${now * 100}%`} x2={`${now * 100}%`} y1="0" y2="30" stroke="var(--now)" strokeWidth="4" />
          </>
        )}
        {lane.points.map((point, index) => (
          <circle
            key={index}
            cx={`${point.at * 100}%`}
            cy="15"
            r={point.held ? 6 : 5.2}
            fill={point.held ? 'var(--primary)' : 'var(--surface)'}
            stroke="var(--primary)"
            strokeWidth="1.8"
          />
        ))}
      </svg>
    </>
  );
}
