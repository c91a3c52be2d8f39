/** Decisions about the reader, and appeals against them. */
export const ownDecisionsPath = () => '/me/decisions';

/** What was decided in a network, without persons. */
export const decisionLogPath = (network: { slug: string }) => `/networks/${network.slug}/decisions`;

/** A network's templates of reasons. */
export const reasonsPath = (network: { slug: string }) => `${decisionLogPath(network)}/reasons`;
