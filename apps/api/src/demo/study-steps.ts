import {
  collections,
  paths,
  uses,
  type DemoFollower,
  type DemoNetwork,
  type DemoPath,
  type DemoPathStep,
  type DemoResource,
} from '@stoa/demo';
import { certifyPath } from '../modules/learning/certificates/issue.js';
import { createCollection, showCollection } from '../modules/learning/collections/collection.commands.js';
import { followPath, markStep } from '../modules/learning/paths/follow.commands.js';
import { createPath, publishPath, savePath, submitPath } from '../modules/learning/paths/path.commands.js';
import type { PathContentInput, PathPayload, PathStepInput } from '../modules/learning/paths/path.inputs.js';
import { submitQuiz } from '../modules/learning/quizzes/quiz.commands.js';
import { markDone } from '../modules/learning/study/study.commands.js';
import { markUseful, tellUse } from '../modules/resources/uses/tell-use.js';
import type { Context } from '../platform/context.js';
import { fromGlobalId, toGlobalId } from '../platform/ids.js';
import { admits, countyLead } from './network-steps.js';
import { answersOf } from './resource-steps.js';
import { done, idOf, type Stage, type Step } from './stage.js';

function resourceOf(stage: Stage, data: DemoResource): string {
  const id = stage.resources.get(data);
  if (id === undefined) throw new Error(`The demo has no ${data.title} yet`);
  return id;
}

function stepInput(stage: Stage, step: DemoPathStep): PathStepInput {
  if (step.kind === 'TASK') return { ...step, minutes: 45 };
  const { kind, resource, required, text } = step;
  return { kind, resourceId: resourceOf(stage, resource), required, title: '', text, minutes: null };
}

/** A path while it is being played: written and sent in one go, published some days later, then followed. */
function pathSteps(network: DemoNetwork, data: DemoPath): Step[] {
  let path = { id: '', expectedVersion: 0 };
  const act = async (stage: Stage, by: string, command: (ctx: Context) => Promise<PathPayload>): Promise<void> => {
    const payload = await done(`path ${data.title}`, command(await stage.as(by)));
    if (payload.path) path = { id: payload.path.id, expectedVersion: payload.path.version };
  };
  const send = async (stage: Stage): Promise<void> => {
    const { author, title, lang, summary, outcome, minutes, certificate } = data;
    const ownerId = toGlobalId('Network', idOf(stage.networks, network.key).id);
    await act(stage, author, (ctx) => createPath(ctx, { ownerType: 'NETWORK', ownerId, title, lang }));
    const content: PathContentInput = {
      ...{ title, lang, summary, outcome, minutes, certificate, visibility: 'PUBLIC', rule: 'ALL_REQUIRED', needed: null },
      steps: data.steps.map((step) => stepInput(stage, step)),
    };
    await act(stage, author, (ctx) => savePath(ctx, { ...path, content }));
    await act(stage, author, (ctx) => submitPath(ctx, path));
  };
  const at = data.publishedAt;
  const coordinator = at ? admits(network, at) : '';
  const reviewer = coordinator === data.author ? countyLead(network) : coordinator;
  return [
    { at: data.submittedAt, play: send },
    ...(at ? [{ at, play: (stage: Stage) => act(stage, reviewer, (ctx) => publishPath(ctx, path)) }] : []),
    ...data.followers.flatMap((follower) => followerSteps(data, follower, () => path.id)),
  ];
}

function followerSteps(data: DemoPath, { person, at, doneAt }: DemoFollower, pathId: () => string): Step[] {
  const follow = async (stage: Stage): Promise<void> => {
    await done(`${person} follows`, followPath(await stage.as(person), { pathId: pathId(), follows: true }));
  };
  const steps = doneAt.flatMap((time, place) => {
    const step = data.steps[place];
    if (!step) return [];
    const play = async (stage: Stage): Promise<void> => {
      await doStep(stage, person, step, { pathId: pathId(), place });
      if (place === data.steps.length - 1) await certify(stage, person, pathId());
    };
    return [{ at: time, play }];
  });
  return [{ at, play: follow }, ...steps];
}

/** Does what the message of a completed path does, whose own time has passed by when messages are read again. */
function certify(stage: Stage, person: string, pathId: string): Promise<void> {
  return certifyPath({ personId: idOf(stage.people, person), pathId: fromGlobalId(pathId, 'LearningPath')?.id }, stage.services);
}

async function doStep(stage: Stage, person: string, step: DemoPathStep, of: { pathId: string; place: number }): Promise<void> {
  const ctx = await stage.as(person);
  if (step.kind === 'TASK') {
    const row = await ctx.db.row<{ id: string }>('SELECT id FROM path_steps WHERE path_id = $1 AND position = $2', [
      fromGlobalId(of.pathId, 'LearningPath')?.id,
      of.place,
    ]);
    await done(`${person} does a task`, markStep(ctx, { stepId: toGlobalId('PathStep', row?.id ?? ''), done: true }));
    return;
  }
  const resourceId = resourceOf(stage, step.resource);
  const { quiz } = step.resource;
  if (quiz) await done(`${person} answers`, submitQuiz(ctx, { resourceId, answers: answersOf(quiz, person.endsWith('4')) }));
  else await done(`${person} studies`, markDone(ctx, { resourceId, done: true }));
}

function collectionSteps(network: DemoNetwork): Step[] {
  return collections
    .filter((each) => each.network === network.key)
    .map(({ owner, title, summary, lang, items, isPublic, at }) => ({
      at,
      async play(stage) {
        const input = {
          ...{ title, summary, lang },
          items: items.map(({ resource, remark }) => ({ resourceId: resourceOf(stage, resource), remark })),
        };
        const { collection } = await done(`collection ${title}`, createCollection(await stage.as(owner), input));
        if (!collection || !isPublic) return;
        const { id, version } = collection;
        await done(`showing ${title}`, showCollection(await stage.as(owner), { id, expectedVersion: version, isPublic }));
      },
    }));
}

function useSteps(network: DemoNetwork): Step[] {
  return uses
    .filter(({ resource }) => resource.network === network.key)
    .map(({ resource, person, result, account, at }) => ({
      at,
      async play(stage) {
        const ctx = await stage.as(person);
        const id = resourceOf(stage, resource);
        if (result !== 'NOT') await done(`${person} finds it useful`, markUseful(ctx, { id, useful: true }));
        if (account !== null) await done(`${person} tells`, tellUse(ctx, { id, result, account, lang: resource.lang }));
      },
    }));
}

/** What people do with the resources of a network: try them, gather them, follow paths through them. */
export function studySteps(network: DemoNetwork): Step[] {
  const own = paths.filter((each) => each.network === network.key);
  return [...own.flatMap((path) => pathSteps(network, path)), ...collectionSteps(network), ...useSteps(network)];
}
