import { CornerDownRight, Languages } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { structurePath } from '../paths.js';
import styles from './AnswerList.module.css';
import { Local } from './Local.js';
import { OpenNow, OpenNow_now } from './OpenNow.js';
import { ReachButtons } from './ReachButtons.js';
import { useLanguageNames } from './use-words.js';

export const AnswerList_answer = graphql(
  `
    fragment AnswerList_answer on HelpAnswer {
      id
      exact
      forAudience
      distance
      note {
        lang
        text
      }
      topic {
        id
        name {
          lang
          text
        }
      }
      where {
        id
        name {
          lang
          text
        }
      }
      structure {
        id
        slug
        kind
        name {
          lang
          text
        }
        description {
          lang
          text
        }
        functions {
          name {
            lang
            text
          }
        }
        languages
        contacts {
          email
          phone
        }
        openNow {
          ...OpenNow_now
        }
        centre {
          id
          name {
            lang
            text
          }
        }
      }
    }
  `,
  [OpenNow_now],
);

type Answer = FragmentOf<typeof AnswerList_answer>;

/** Who helps, numbered by the order of the list; each says why, how near, when and how to reach it. */
export function AnswerList({ answers, audience }: { answers: readonly Answer[]; audience: string | null }) {
  return (
    <ol className={styles['answers']}>
      {answers.map((answer) => (
        <AnswerRow key={answer.id} answer={answer} audience={audience} />
      ))}
    </ol>
  );
}

function AnswerRow({ answer, audience }: { answer: Answer; audience: string | null }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const names = useLanguageNames();
  const { structure, topic, note, where, distance } = answer;
  const what = structure.functions[0]?.name ?? topic?.name;
  return (
    <li className={styles['answer']} data-row>
      <div className={styles['distance']}>
        <b>{distance ? formatMessage({ id: `directory.distance.${distance}` }) : <Local of={where.name} />}</b>
        {distance && <Local of={where.name} />}
      </div>
      <div>
        <h2 lang={structure.name.lang}>
          <Link to={href(structurePath(structure))}>{structure.name.text}</Link>
        </h2>
        <div>
          {formatMessage({ id: `directory.structureKind.${structure.kind}` })}
          {what && (
            <>
              {' · '}
              <b lang={what.lang}>{what.text}</b>
            </>
          )}
        </div>
        <div className={styles['why']}>
          <CornerDownRight aria-hidden size={20} />
          <span>
            {note ? (
              <Local of={note} />
            ) : topic ? (
              formatMessage({ id: answer.exact ? 'directory.why.topic' : 'directory.why.wider' }, { topic: topic.name.text })
            ) : structure.description ? (
              <Local of={structure.description} />
            ) : (
              <Local of={structure.centre.name} />
            )}
            {answer.forAudience && audience && <> {formatMessage({ id: `directory.why.for.${audience}` })}</>}
          </span>
        </div>
        <div className={styles['facts']}>
          <OpenNow now={structure.openNow} />
          {structure.languages.length > 0 && (
            <span className={styles['fact']}>
              <Languages aria-hidden size={18} /> {names(structure.languages)}
            </span>
          )}
        </div>
      </div>
      <div className={styles['reach']}>
        <ReachButtons email={structure.contacts.email} phone={structure.contacts.phone} {...(topic ? { subject: topic.name.text } : {})} />
      </div>
    </li>
  );
}
