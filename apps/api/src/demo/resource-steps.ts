import { authorName, resources, type DemoNetwork, type DemoQuiz, type DemoResource } from '@stoa/demo';
import { EMPTY_RESOURCE, PRACTICE_QUESTIONS } from '@stoa/domain';
import { saveQuiz } from '../modules/learning/quizzes/quiz.commands.js';
import { createResource } from '../modules/resources/commands/create-resource.js';
import { publishResource, submitResource } from '../modules/resources/commands/review-resource.js';
import { saveResource } from '../modules/resources/commands/save-resource.js';
import type { ResourceContentInput, ResourcePayload } from '../modules/resources/resource.inputs.js';
import type { Context } from '../platform/context.js';
import { toGlobalId } from '../platform/ids.js';
import { admits, countyLead } from './network-steps.js';
import { filesOf } from './resource-files.js';
import { done, idOf, type Stage, type Step } from './stage.js';

function practiceOf(answers: readonly string[]): ResourceContentInput['practice'] {
  const [context = '', actions = '', result = '', needs = '', carryOver = ''] = PRACTICE_QUESTIONS.map(
    (_, at) => answers[at] ?? answers[0] ?? '',
  );
  return { context, actions, result, needs, carryOver };
}

function contentOf(data: DemoResource): ResourceContentInput {
  const { kind, title, lang, outcome, summary, body, minutes, licence, visibility, practice } = data;
  return {
    ...EMPTY_RESOURCE,
    ...{ kind, title, lang, outcome, summary, body, minutes, licence, visibility },
    authors: [authorName(data)],
    subjects: [...data.subjects] as ResourceContentInput['subjects'],
    levels: [...data.levels] as ResourceContentInput['levels'],
    audiences: ['TEACHERS'],
    practice: practice && practiceOf(practice),
  };
}

/** A quiz as the web sends it. */
function surveyOf({ questions }: DemoQuiz): string {
  const elements = questions.map(({ title, choices, right, explanation }, at) => {
    const [first] = right;
    const alone = right.length === 1;
    return {
      ...{ type: alone ? 'radiogroup' : 'checkbox', name: `q${at + 1}`, title, explanation },
      choices: choices.map((text, place) => ({ value: choiceValue(place), text })),
      correctAnswer: alone ? choiceValue(first ?? 0) : right.map(choiceValue),
    };
  });
  return JSON.stringify({ pages: [{ name: 'quiz', elements }] });
}

/** The value that stands for the choice at a place. */
function choiceValue(place: number): string {
  return `c${place + 1}`;
}

/** The right answers of a quiz, or, where one is to be wrong, those with the first of them wrong. */
export function answersOf({ questions }: DemoQuiz, oneWrong: boolean): string {
  const answers = questions.map(({ right, choices }, at) => {
    const [first = 0] = right;
    const wrong = choices.findIndex((_, place) => !right.includes(place));
    const chosen = oneWrong && at === 0 ? [wrong] : right;
    return [`q${at + 1}`, right.length === 1 ? choiceValue(chosen[0] ?? first) : chosen.map(choiceValue)];
  });
  return JSON.stringify(Object.fromEntries(answers));
}

/** A resource while it is being played: written and sent in one go, published some days later. */
function stepsOf(network: DemoNetwork, data: DemoResource): Step[] {
  let resource = { id: '', expectedVersion: 0 };
  const act = async (stage: Stage, by: string, command: (ctx: Context) => Promise<ResourcePayload>): Promise<void> => {
    const payload = await done(`resource ${data.title} of ${network.key}`, command(await stage.as(by)));
    if (payload.resource) resource = { id: payload.resource.id, expectedVersion: payload.resource.version };
  };
  const send = async (stage: Stage): Promise<void> => {
    const { kind, title, lang } = data;
    const ownerId = toGlobalId('Network', idOf(stage.networks, network.key).id);
    await act(stage, data.author, (ctx) => createResource(ctx, { ownerType: 'NETWORK', ownerId, kind, title, lang }));
    stage.resources.set(data, resource.id);
    const content = contentOf(data);
    const files = await filesOf(await stage.as(data.author), data, resource.id);
    content.files = files.map((file) => ({ ...file, id: toGlobalId('ResourceFile', file.id) }));
    await act(stage, data.author, (ctx) => saveResource(ctx, { ...resource, changes: '', content }));
    const { quiz } = data;
    if (quiz) await act(stage, data.author, (ctx) => saveQuiz(ctx, { ...resource, passPercent: 60, survey: surveyOf(quiz) }));
    await act(stage, data.author, (ctx) => submitResource(ctx, resource));
  };
  // Nobody decides on what comes from themselves; a network whose post is vacant has its county's lead.
  const reviewer = (at: Date): string => {
    const coordinator = admits(network, at);
    return coordinator === data.author ? countyLead(network) : coordinator;
  };
  const at = data.publishedAt;
  return [
    { at: data.submittedAt, play: send },
    ...(at ? [{ at, play: (stage: Stage) => act(stage, reviewer(at), (ctx) => publishResource(ctx, resource)) }] : []),
  ];
}

/** What happens to the resources of a network. */
export function resourceSteps(network: DemoNetwork): Step[] {
  return resources.filter((each) => each.network === network.key).flatMap((each) => stepsOf(network, each));
}
