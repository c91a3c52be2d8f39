import { authorName, resources, type DemoNetwork, type DemoResource } from '@stoa/demo';
import { EMPTY_RESOURCE, PRACTICE_QUESTIONS } from '@stoa/domain';
import { createResource } from '../modules/resources/commands/create-resource.js';
import { publishResource, submitResource } from '../modules/resources/commands/review-resource.js';
import { saveResource } from '../modules/resources/commands/save-resource.js';
import type { ResourceContentInput, ResourcePayload } from '../modules/resources/resource.inputs.js';
import type { Context } from '../platform/context.js';
import { toGlobalId } from '../platform/ids.js';
import { admits, countyLead } from './network-steps.js';
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
    await act(stage, data.author, (ctx) => saveResource(ctx, { ...resource, changes: '', content: contentOf(data) }));
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
