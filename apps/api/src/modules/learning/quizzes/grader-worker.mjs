// @ts-check
// Grades answers beside the main thread: building a model of SurveyJS takes tens of milliseconds, which would hold every other request.
// Plain JavaScript, so that the same file runs from the sources (tests) and from the build.
import { parentPort } from 'node:worker_threads';
import { Model } from 'survey-core';

/** Models that were built, the last used last; building one takes ten times as long as using it. */
const models = new Map();
const MOST_MODELS = 200;

/** @param {string} key @param {object} survey */
function modelOf(key, survey) {
  const model = models.get(key) ?? new Model(survey);
  models.delete(key);
  models.set(key, model);
  if (models.size > MOST_MODELS) models.delete(models.keys().next().value);
  return model;
}

parentPort?.on('message', ({ id, key, survey, answers }) => {
  try {
    const model = modelOf(key, survey);
    model.data = answers;
    const results = Object.fromEntries(model.getAllQuestions().map((question) => [question.name, question.isAnswerCorrect()]));
    model.data = {};
    parentPort?.postMessage({ id, results });
  } catch (error) {
    models.delete(key);
    parentPort?.postMessage({ id, message: String(error) });
  }
});
