import { scaffold, singular } from '../scaffold/scaffold.js';
import { nextSteps } from '../scaffold/templates.js';

const [module, thing = singular(module ?? '')] = process.argv.slice(2);
if (module === undefined) {
  console.error('Say the name of the module: npm run scaffold -- resources [resource]');
  process.exitCode = 1;
} else {
  try {
    for (const file of scaffold(process.cwd(), { module, thing })) console.log(`  ${file}`);
    console.log(['Now:', ...nextSteps({ module, thing }).map((step, index) => `  ${index + 1}. ${step}`)].join('\n'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
