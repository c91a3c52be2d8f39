// Reads one file that somebody sent, in a process of its own: whatever the file does to its reader ends with this process.
// The file comes on standard input, `{ text }`, `{ html }` or `{ error }` leaves on standard output.
import { Worker } from 'node:worker_threads';
import { buffer } from 'node:stream/consumers';

const [, , task = '', most = '0', memory = '0', timeout = '0'] = process.argv;

/** Ends the process, however busy, where it takes more memory than agreed or outlives whoever began it. */
const WATCH = `
const { workerData: { memory, timeout } } = require('node:worker_threads');
const end = Date.now() + timeout;
setInterval(() => { if (process.memoryUsage.rss() > memory || Date.now() > end) process.kill(process.pid, 'SIGKILL'); }, 25);`;
new Worker(WATCH, { eval: true, workerData: { memory: Number(memory), timeout: Number(timeout) } }).unref();

const TASKS = {
  PDF: async (file) => ({ text: await (await import('./pdf.mjs')).pdfText(file, Number(most)) }),
  DOCX: office,
  PPTX: office,
  ODT: office,
  DOCX_HTML: async (file) => ({ html: await (await import('./docx-html.mjs')).docxHtml(file) }),
};

async function office(file) {
  return { text: (await import('./office.mjs')).officeText(file, task, Number(most)) };
}

async function answer() {
  try {
    return await TASKS[task](await buffer(process.stdin));
  } catch (error) {
    return { error: error?.constructor?.name === 'TooLarge' ? 'TOO_LARGE' : 'UNREADABLE' };
  }
}

process.stdout.write(JSON.stringify(await answer()), () => process.exit(0));
