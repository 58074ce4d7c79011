import { openFacebook } from './facebook/facebook.ts';
import type { NamedAddress } from './mail/address.ts';
import { normalAddress } from './mail/address.ts';
import { Behaviour, type BehaviourInput } from './mail/behaviour.ts';
import { CustomerMail, CustomerReply, type CustomerMailInput, type CustomerReplyInput } from './mail/customer-mail.ts';
import { defaultDeskAddresses, defaultPeople } from './mail/default-people.ts';
import { MailServer } from './mail/mail-server.ts';
import type { NewPerson } from './mail/people.ts';
import { openMailWorld, resetMailWorld, setBehaviour, type MailWorld } from './mail/world.ts';
import { replyAs, sendAs } from './mail/write-to-desk.ts';
import { openSalesforce, type OpenSalesforce } from './salesforce/open-salesforce.ts';
import { reachable, smtpPortBeside } from './settings.ts';
import { tellStories } from './stories/tell-stories.ts';
import { controlRoutes } from './web/control-routes.ts';
import { eventRoutes } from './web/event-routes.ts';
import { healthRoutes } from './web/health-routes.ts';
import { mailRoutes } from './web/mail-routes.ts';
import { pageRoutes } from './web/page-routes.ts';
import { MailPresenter, type MailView } from './web/present-mail.ts';
import { WebServer } from './web/web-server.ts';
import type { XApp } from './x/app.ts';
import type { XUser } from './x/model.ts';
import { openX } from './x/open-x.ts';

/** A real picture, drawn anew for each seed, for tests that post one. */
export { pictureFor } from './service/picture.ts';

export type StartSandbox = {
  /** Where everything is kept; a restart with the same folder continues the same world. */
  dataDir: string;
  /** 0 or absent: any free port. */
  webPort?: number;
  smtpPort?: number;
  xPort?: number;
  facebookPort?: number;
  salesforcePort?: number;
  host?: string;
  /** Where the desk receives mail; the port alone means this machine. */
  deskSmtpPort?: number;
  deskSmtp?: { host: string; port: number };
  consoleUrl?: string;
  people?: NewPerson[];
  deskAddresses?: NamedAddress[];
  /** The accounts of the demo desk are connected before the first day, with tokens that it knows (README.md). */
  connected?: boolean;
  /** People begin to talk to the demo desk as soon as it listens. */
  stories?: boolean;
  /** Another app and other people than those of the demo desk. */
  x?: { app?: XApp; users?: XUser[]; keepAliveMs?: number };
  /** Another app, other settings, or no records at all. */
  salesforce?: Pick<OpenSalesforce, 'app' | 'settings' | 'withRecords'>;
};

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/**
 * Starts the outside world: customers' mail servers on one port, the page and the API on another.
 * Rejects with one clear line when a port is taken.
 */
export async function startSandbox(given: StartSandbox) {
  const host = given.host ?? '127.0.0.1';
  const desk = given.deskSmtp ?? { host: '127.0.0.1', port: given.deskSmtpPort ?? 2525 };
  const world = openMailWorld({ dataDir: given.dataDir, people: given.people ?? defaultPeople, desk });
  const x = openX({ ...given.x, connected: given.connected, dataDir: given.dataDir, host, log: world.log });
  const mailServer = new MailServer(world);
  const facebook = openFacebook({
    dataDir: given.dataDir,
    host,
    connected: given.connected,
    tell: (words) => world.log.add({ kind: 'service', service: 'facebook', words }),
    webhookUrl: given.consoleUrl && `${given.consoleUrl}/hooks/facebook`,
  });
  let webPort = 0;
  const page = () => `http://${reachable(host)}:${webPort}/salesforce`;
  const salesforce = openSalesforce({ ...given.salesforce, dataDir: given.dataDir, host, log: world.log, page });
  const webServer = new WebServer([
    ...pageRoutes({
      deskAddresses: given.deskAddresses ?? defaultDeskAddresses,
      consoleUrl: given.consoleUrl ?? 'http://127.0.0.1:3000',
    }),
    ...mailRoutes(world),
    ...eventRoutes(world.log),
    ...controlRoutes(world),
    ...facebook.routes,
    ...x.routes,
    ...salesforce.routes,
    ...healthRoutes(),
  ]);
  let endStories = () => {};
  const stop = async () => {
    endStories();
    await Promise.all([webServer, mailServer, x, facebook, salesforce].map((one) => one.stop()));
  };

  try {
    const smtpPort = await mailServer.listen(given.smtpPort ?? smtpPortBeside(given.webPort ?? 0), host);
    await x.listen(given.xPort ?? 0);
    await facebook.listen(given.facebookPort ?? 0);
    await salesforce.listen(given.salesforcePort ?? 0);
    // The page comes last: whoever sees it answer may use all the others.
    webPort = await webServer.listen(given.webPort ?? 0, host);
    const networks = { x: x.handles(), facebook: facebook.handles() };
    if (given.stories) endStories = tellStories(networks);
    return {
      url: `http://${reachable(host)}:${webPort}`,
      smtpUrl: `smtp://${reachable(host)}:${smtpPort}`,
      webPort,
      smtpPort,
      stop,
      ...networks,
      salesforce: salesforce.handles(),
      ...handles(world),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a test may do without HTTP. */
function handles(world: MailWorld) {
  const presenter = new MailPresenter(world.mailboxes);
  const mailsFor = (address: string): Promise<MailView[]> =>
    Promise.all(world.mailboxes.list(address).map((mail) => presenter.present(mail)));

  return {
    log: world.log,
    /** Received and sent mails, newest first. */
    mailsFor,
    /** The bytes of a mail as they arrived. */
    rawOf(mailId: string): Buffer | undefined {
      const mail = world.mailboxes.find(mailId);
      return mail && world.mailboxes.raw(mail);
    },
    /** Resolves with the first received mail that fits, already there or to come; rejects after `timeoutMs`. */
    waitForMail(address: string, fits: (mail: MailView) => boolean = () => true, timeoutMs = 10_000) {
      return waitForMail(world, { address, fits, timeoutMs, mailsFor });
    },
    /** How many copies with this Message-ID an address accepted (without one: all addresses together). */
    copies: (messageId: string, address?: string): number => world.mailboxes.copies(messageId, address),
    sentTwice: () => world.mailboxes.sentTwice(),
    /** `target` is an address, "@domain" or "*". */
    setBehaviour: (target: string, behaviour: BehaviourInput): void =>
      setBehaviour(world, target, Behaviour.parse(behaviour)),
    sendAs: (address: string, mail: CustomerMailInput) => sendAs(world, address, CustomerMail.parse(mail)),
    replyAs(mailId: string, reply: CustomerReplyInput) {
      const mail = world.mailboxes.find(mailId);
      if (!mail) throw new Error(`There is no mail ${mailId} to answer.`);
      return replyAs(world, mail, CustomerReply.parse(reply));
    },
    records: (name: string, type: string) => world.domains.records(name, type),
    reset: (): void => resetMailWorld(world),
  };
}

type Waiting = {
  address: string;
  fits: (mail: MailView) => boolean;
  timeoutMs: number;
  mailsFor: (address: string) => Promise<MailView[]>;
};

function waitForMail(world: MailWorld, { address, fits, timeoutMs, mailsFor }: Waiting): Promise<MailView> {
  const { promise, resolve, reject } = Promise.withResolvers<MailView>();
  const look = async () => {
    const found = (await mailsFor(address)).reverse().find((mail) => mail.folder === 'inbox' && fits(mail));
    if (found) resolve(found);
  };
  const end = world.log.listen((event) => {
    if (event.kind === 'received' && event.address === normalAddress(address)) look().catch(reject);
  });
  const timer = setTimeout(() => reject(new Error(`No such mail for ${address} in ${timeoutMs} ms.`)), timeoutMs);
  look().catch(reject);
  return promise.finally(() => {
    end();
    clearTimeout(timer);
  });
}
