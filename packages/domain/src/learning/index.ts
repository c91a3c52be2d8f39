export { certificateCode, readCertificateCode } from './certificate-code.js';
export {
  collectionContent,
  type CollectionContent,
  GATHERING_LIMITS,
  isCompleted,
  pathContent,
  type PathContent,
  type StepStanding,
} from './gathering.js';
export { COMPLETION_RULES, type CompletionRule, PORTFOLIO_PARTS, type PortfolioPart, STEP_KINDS, type StepKind } from './kinds.js';
export { MOST_PORTFOLIO_LINKS, portfolioLink, studyNote } from './portfolio.js';
export {
  answersRule,
  type OpenQuestion,
  passPercent,
  questionsOf,
  QUIZ_LIMITS,
  type QuizAnswers,
  type QuizQuestion,
  quizSurvey,
  type QuizSurvey,
  withoutAnswer,
} from './quiz.js';
export {
  CERTIFICATE,
  CERTIFICATE_STATES,
  type CertificateState,
  GATHERING,
  GATHERING_STATES,
  type GatheringAct,
  type GatheringState,
} from './states.js';
