// @ts-check
// Compiles documents to PDF beside the main thread: Typst is native and synchronous, and would hold every other request.
// Plain JavaScript, so that the same file runs from the sources (tests) and from the build.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { drawable, drawn } from './glyphs.mjs';

const require = createRequire(import.meta.url);

/** A folder that does not exist: Typst can read nothing but the sources given to it here. */
const WORKSPACE = join(import.meta.dirname, 'no-such-folder');
const FACES = [
  '400Regular/NotoSans_400Regular',
  '400Regular_Italic/NotoSans_400Regular_Italic',
  '600SemiBold/NotoSans_600SemiBold',
  '600SemiBold_Italic/NotoSans_600SemiBold_Italic',
];

/** @type {{ compiler: import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler, glyphs: Set<number> } | undefined} */
let started;

function start() {
  if (existsSync(WORKSPACE)) throw new Error('the workspace of the PDF writer must not exist');
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
  const fonts = join(require.resolve('@expo-google-fonts/noto-sans/package.json'), '..');
  const faces = FACES.map((face) => readFileSync(join(fonts, `${face}.ttf`)));
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: faces }] });
  for (const name of ['parts.typ', 'report.typ', 'letter.typ', 'certificate.typ'])
    compiler.addSource(join(WORKSPACE, name), readFileSync(new URL(name, import.meta.url), 'utf8'));
  const [first = new Set(), ...others] = faces.map(drawable);
  return { compiler, glyphs: new Set([...first].filter((code) => others.every((face) => face.has(code)))) };
}

/** @param {{ id: number, layout: 'report' | 'letter' | 'certificate', document: string, timestamp: number }} job */
function compile({ id, layout, document, timestamp }) {
  try {
    started ??= start();
  } catch (error) {
    return { id, code: 'PDF_UNAVAILABLE', message: String(error) };
  }
  const { compiler, glyphs } = started;
  try {
    const result = compiler.compile({ mainFilePath: join(WORKSPACE, `${layout}.typ`), inputs: { document: drawn(document, glyphs) } });
    if (result.result === null)
      return { id, code: 'PDF_FAILED', message: JSON.stringify(compiler.fetchDiagnostics(/** @type {any} */ (result.takeDiagnostics()))) };
    return { id, pdf: compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: timestamp }) };
  } catch (error) {
    return { id, code: 'PDF_FAILED', message: String(error) };
  } finally {
    // Typst memoises layouts for a next edit of the same text, which never comes here.
    compiler.evictCache(0);
  }
}

parentPort?.on('message', (job) => parentPort?.postMessage(compile(job)));
