import { readFileSync } from 'node:fs';

const kept = new Map();

/** Sends the statements that Stoa sent for the same operation, one after another, and answers with its text. */
export async function replay({ variables: { file, index }, rows }) {
  if (!kept.has(file)) kept.set(file, JSON.parse(readFileSync(file, 'utf8')));
  const { statements, text } = kept.get(file)[index];
  for (const statement of statements) await rows(nameOf(statement.text), statement.text, statement.values);
  return text;
}

const names = new Map();
function nameOf(text) {
  if (!names.has(text)) names.set(text, `r${names.size}`);
  return names.get(text);
}
