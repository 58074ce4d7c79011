import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type Pane,
  type PanePart,
  type PaneRecord,
  type PaneSection,
  type SyncObject,
} from '@bureau/contracts';
import { UnknownSalesforceName } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { MappingRepository } from '../mapping/mapping.repository.ts';
import {
  recordUrl,
  SalesforceClients,
  SalesforceFailure,
  SalesforceUnavailable,
  type QueryPage,
  type SalesforceRecords,
} from '../salesforce/index.ts';
import { DescribedObjects } from './described-objects.ts';
import { knownNames, nameOfRow, queryOf, valuesOfRow, type Described } from './pane-query.ts';
import { PaneSectionRepository } from './pane-section.repository.ts';
import { PaneSubjectQueries, type PaneSubject } from './pane-subject.queries.ts';

/** For how long what Salesforce said is shown again to whoever looks; each look would cost a call of the day. */
const GOOD_MS = 60_000;
const KEPT_AT_MOST = 500;

/** As many queries as one call takes. */
const QUERIES = 5;

/** The object whose records a section shows, where those are kept in step. */
const LINKED: Partial<Record<PanePart, SyncObject>> = { contact: 'customer', account: 'company', cases: 'case' };

interface Wanted {
  section: PaneSection;
  /** Fields that were chosen for the object, of which some may have vanished since. */
  displayed: readonly string[];
}

type ShownSection = Pane['sections'][number];
interface Seen {
  at: Date;
  sections: ShownSection[];
}

/**
 * Reads what Salesforce knows around a record of the desk: in the name of the one user that the desk is there, so it shows
 * only the sections of the reader's role, and only of records of the desk that he may see (security.md S56).
 */
@Injectable()
export class ReadPane {
  private readonly seen = new Map<string, Seen>();

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly sections: PaneSectionRepository,
    private readonly subjects: PaneSubjectQueries,
    private readonly mappings: MappingRepository,
    private readonly described: DescribedObjects,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, customer.not-found, company.not-found. What Salesforce refuses is said in its section. */
  async run(actor: Actor, record: { object: SyncObject; deskId: number }, { refresh = false } = {}): Promise<Pane> {
    const subject = await this.subjects.find(actor, record.object, record.deskId);
    const connection = await this.connections.current();
    if (!connection) return { organisation: null, sections: [], at: null };
    const organisation = { name: connection.orgName, url: connection.instanceUrl };
    const wanted = await this.wantedBy(actor);
    const key = JSON.stringify([connection.orgId, subject, wanted]);
    const seen = (refresh ? undefined : this.fresh(key)) ?? (await this.look(wanted, subject));
    this.keep(key, seen);
    return { organisation, sections: seen.sections, at: seen.at.toISOString() };
  }

  /** What administrators chose to show of a linked record stands behind the fields of its section. */
  private async wantedBy(actor: Actor): Promise<Wanted[]> {
    const userId = userIdOf(actor);
    const sections = await (userId === undefined ? this.sections.all() : this.sections.ofUser(userId));
    const displayed = await this.mappings.allDisplayed();
    return sections.map((section) => {
      const object = LINKED[section.part];
      return { section, displayed: displayed.flatMap((one) => (one.object === object ? one.salesforceField : [])) };
    });
  }

  private fresh(key: string): Seen | undefined {
    const seen = this.seen.get(key);
    return seen && this.clock.now().getTime() - seen.at.getTime() < GOOD_MS ? seen : undefined;
  }

  /** The oldest goes first. */
  private keep(key: string, seen: Seen): void {
    this.seen.delete(key);
    this.seen.set(key, seen);
    for (const oldest of this.seen.keys()) {
      if (this.seen.size <= KEPT_AT_MOST) break;
      this.seen.delete(oldest);
    }
  }

  private async look(wanted: readonly Wanted[], subject: PaneSubject): Promise<Seen> {
    const at = this.clock.now();
    try {
      const records = await this.clients.forPeople();
      return { at, sections: await this.ask(records, wanted, subject) };
    } catch (error) {
      const problem = problemOf(error);
      return { at, sections: wanted.map(({ section }) => empty(section, problem)) };
    }
  }

  private async ask(
    records: SalesforceRecords,
    wanted: readonly Wanted[],
    subject: PaneSubject,
  ): Promise<ShownSection[]> {
    const prepared = await Promise.all(wanted.map((one) => this.prepare(records, one, subject)));
    const asked = prepared.filter((one): one is Prepared & { soql: string } => one.soql !== null);
    const answers = new Map<Prepared, QueryPage | SalesforceFailure>();
    for (let from = 0; from < asked.length; from += QUERIES) {
      const batch = asked.slice(from, from + QUERIES);
      const pages = await records.queries(batch.map(({ soql }) => soql));
      batch.forEach((one, index) => {
        const page = pages[index];
        if (page) answers.set(one, page);
      });
    }
    return prepared.map((one) => shown(one, answers.get(one), records.instanceUrl));
  }

  private async prepare(records: SalesforceRecords, wanted: Wanted, subject: PaneSubject): Promise<Prepared> {
    let { section } = wanted;
    try {
      const described = await this.described.of(records, section);
      section = withDisplayed(wanted, described);
      return { section, described, soql: queryOf(section, described, subject), problem: '' };
    } catch (error) {
      return { section, described: null, soql: null, problem: problemOf(error) };
    }
  }
}

interface Prepared {
  section: PaneSection;
  described: Described | null;
  soql: string | null;
  problem: string;
}

/** A field that vanished since it was chosen does not take the section with it. */
function withDisplayed({ section, displayed }: Wanted, described: Described): PaneSection {
  const known = knownNames(described);
  const fields = new Set([...section.fields, ...displayed.filter((name) => known.has(name))]);
  return { ...section, fields: [...fields] };
}

function shown(
  { section, described, problem }: Prepared,
  answer: QueryPage | SalesforceFailure | undefined,
  instanceUrl: string,
): ShownSection {
  if (answer === undefined || described === null) return empty(section, problem);
  if (answer instanceof SalesforceFailure) return empty(section, problemOf(answer));
  const records = answer.rows.slice(0, section.limit).map((row): PaneRecord => {
    const salesforceId = String(row.Id);
    return {
      salesforceId,
      name: nameOfRow(row, described),
      url: recordUrl(instanceUrl, salesforceId),
      values: valuesOfRow(row, section.fields, described),
    };
  });
  const { id, part, label } = section;
  return { id, part, label, records, more: answer.rows.length > section.limit, problem: '' };
}

function empty({ id, part, label }: PaneSection, problem: string): ShownSection {
  return { id, part, label, records: [], more: false, problem };
}

/** Why a section is empty, in words. Throws what is a fault of the desk. */
function problemOf(error: unknown): string {
  if (error instanceof UnknownSalesforceName) return error.message;
  const isUnreached = error instanceof SalesforceFailure && error.isUnreached;
  if (isUnreached || error instanceof SalesforceUnavailable) return 'The desk cannot reach Salesforce at the moment.';
  if (error instanceof SalesforceFailure) return `Salesforce said: ${error.message}`;
  throw error;
}
