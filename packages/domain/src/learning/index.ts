export { certificateCode, readCertificateCode } from './certificate-code.js';
export {
  collectionContent,
  type CollectionContent,
  COMPLETION_RULES,
  type CompletionRule,
  GATHERING_LIMITS,
  isCompleted,
  pathContent,
  type PathContent,
  STEP_KINDS,
  type StepKind,
  type StepStanding,
} from './gathering.js';
export { MOST_PORTFOLIO_LINKS, PORTFOLIO_PARTS, portfolioLink, type PortfolioPart, studyNote } from './portfolio.js';
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
