// Unpacks the packaged Chromium into the folder given as TMPDIR and prints its path. A process of its own: the package reads the
// environment when it is loaded, and only brings its libraries where it believes to be at its usual host.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
process.stdout.write(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));
