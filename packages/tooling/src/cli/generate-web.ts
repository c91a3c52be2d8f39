import { generateWeb } from '../web/generate.js';

try {
  const count = await generateWeb(process.cwd());
  console.log(`${count} operations of the interface, typed and hashed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
