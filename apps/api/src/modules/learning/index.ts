import { CertificateResolver, PathCertificatesResolver } from './certificates/certificate.resolver.js';
import { CollectedResolver, CollectionResolver } from './collections/collection.resolver.js';
import { PathResolver } from './paths/path.resolver.js';
import { PortfolioResolver } from './portfolio/portfolio.resolver.js';
import { QuizResolver } from './quizzes/quiz.resolver.js';
import { StudyResolver } from './study/study.resolver.js';

export { Certificate } from './certificates/certificate.entity.js';
export { CollectionItem } from './collections/collection-item.entity.js';
export { Collection } from './collections/collection.entity.js';
export { certificatePdf, type Download, portfolioPdf } from './downloads.js';
export { forgetLearning, withdrawPaths } from './forget-learning.js';
export { learningJobs, learningSchedules } from './learning.jobs.js';
export { LearningPath } from './paths/learning-path.entity.js';
export { PathEnrolment } from './paths/path-enrolment.entity.js';
export { PathStepMark } from './paths/path-step-mark.entity.js';
export { PathStep } from './paths/path-step.entity.js';
export { PortfolioLink } from './portfolio/portfolio-link.entity.js';
export { assertHasQuiz } from './quizzes/quiz.queries.js';
export { closeGrader } from './quizzes/grade.js';
export { QuizAttempt } from './quizzes/quiz-attempt.entity.js';
export { ResourceQuiz } from './quizzes/resource-quiz.entity.js';
export { ResourceStudy } from './study/resource-study.entity.js';
export { StudyNote } from './study/study-note.entity.js';

export const learningResolvers = [
  StudyResolver,
  QuizResolver,
  CollectionResolver,
  CollectedResolver,
  PathResolver,
  CertificateResolver,
  PathCertificatesResolver,
  PortfolioResolver,
] as const;
