import { readSettings } from './settings.ts';
import { startSandbox } from './start-sandbox.ts';

try {
  // Whoever plays with it sees changes arrive at once, as where somebody has chosen these in Setup.
  const salesforce = { settings: { changeEvents: ['Account', 'Contact', 'Case'] } };
  const sandbox = await startSandbox({ ...readSettings(process.env), salesforce });
  process.stdout.write(
    `Sandbox: ${sandbox.url} (mail on ${sandbox.smtpUrl}, X on ${sandbox.x.url}, Facebook on ${sandbox.facebook.url}, Salesforce on ${sandbox.salesforce.url})\n`,
  );
  const stop = () => void sandbox.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
