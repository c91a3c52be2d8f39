import { NOTICE_KINDS, usualDelivery } from '@stoa/domain';

const USUAL = NOTICE_KINDS.map((kind) => `WHEN '${kind}' THEN '${usualDelivery(kind)}'`).join(' ');

/**
 * How a person hears of a kind in a network: what they chose for the network, else for all networks, else what is usual.
 * @param of SQL expressions
 */
export function deliveryOf(of: { person: string; kind: string; network: string }): string {
  return `coalesce((SELECT ch.delivery FROM notice_choices ch WHERE ch.person_id = ${of.person} AND ch.kind = ${of.kind}
    AND (ch.network_id = ${of.network} OR ch.network_id IS NULL) ORDER BY ch.network_id NULLS LAST LIMIT 1), CASE ${of.kind} ${USUAL} END)`;
}

/**
 * How closely a person watches a thread: as they chose for it, else not at all where the network is muted.
 * @param of SQL expressions
 */
export function levelOf(of: { person: string; thread: string; network: string }): string {
  return `coalesce((SELECT l.level FROM watches l WHERE l.person_id = ${of.person} AND l.subject_type = 'Thread' AND l.subject_id = ${of.thread}),
    (SELECT l.level FROM watches l WHERE l.person_id = ${of.person} AND l.subject_type = 'Network' AND l.subject_id = ${of.network} AND l.level = 'MUTE'), 'FOLLOW')`;
}

/** The delivery of a notice: who watches a thread gets each reply at once. @param of SQL expressions */
export function watchedDelivery(of: { person: string; kind: string; thread: string; network: string }): string {
  return `CASE WHEN ${of.kind} = 'REPLY' AND ${levelOf(of)} = 'WATCH' THEN 'NOW' ELSE ${deliveryOf(of)} END`;
}
