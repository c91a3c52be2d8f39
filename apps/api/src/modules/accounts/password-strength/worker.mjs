// @ts-check
// Estimates how many guesses a password stands, beside the main thread: the dictionaries take a second to read and much memory, and a
// password is chosen rarely. Plain JavaScript, so that the same file runs from the sources (tests) and from the build.
import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as polish from '@zxcvbn-ts/language-pl';
import { LOCAL } from './local-words.mjs';

/** Estimates grow faster than texts; who has guessed this much has guessed enough. */
const LENGTH = 64;
/** Fewer than a hundred million guesses: within reach of whoever steals the table of hashes. */
const STRONG = 3;

const polishWords = Object.fromEntries(Object.entries(polish.dictionary).map(([name, words]) => [`${name}-pl`, words]));
const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...polishWords, local: LOCAL },
  graphs: common.adjacencyGraphs,
});

/**
 * @param {{ id: number, texts: string[], about: string[] }} job the password in every spelling to try, and words of its owner
 * @returns {{ id: number, verdict: 'STRONG' | 'COMMON' | 'LIKE_YOU' }}
 */
function judge({ id, texts, about }) {
  const stands = (/** @type {string[]} */ words) => texts.every((text) => estimator.check(text.slice(0, LENGTH), words).score >= STRONG);
  if (stands(about)) return { id, verdict: 'STRONG' };
  return { id, verdict: stands([]) ? 'LIKE_YOU' : 'COMMON' };
}

parentPort?.on('message', (job) => parentPort?.postMessage(judge(job)));
