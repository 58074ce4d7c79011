import { Inject, Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { customerAccess } from '@bureau/customers';
import { BrandDirectory } from '@bureau/identity';
import { ALIASES, CASE_PAGE, casePageOf, FEEDBACK_LINK, type PlaceholderValues } from '@bureau/domain';
import { CONFIG, Database, ProblemError, statement, type Config } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';

/** What a case, its customer and company say, by the names of product.md 4.4. `$2` is the user who writes. */
const CASE_FACTS = `jsonb_strip_nulls(jsonb_build_object(
    'case.id', c.id, 'case.subject', c.subject, 'case.status', c.status, 'case.priority', c.priority, 'case.channel', c.channel,
    'case.user.name_public', (SELECT coalesce(nullif(a.public_name, ''), a.name) FROM users a WHERE a.id = c.assignee_id),
    'case.group.name', (SELECT g.name FROM groups g WHERE g.id = c.group_id),
    'case.labels', (SELECT string_agg(l.name, ', ' ORDER BY array_position(c.label_ids, l.id)) FROM labels l
                    WHERE l.id = ANY(c.label_ids) AND l.removed_at IS NULL),
    'customer.name', p.name, 'customer.email', p.address, 'customer.title', p.title,
    'customer.first_name', p.first_name, 'customer.last_name', p.last_name, 'company.name', o.name, 'brand.name', b.name,
    'site.company_name', s.company_name))
  || coalesce((SELECT jsonb_object_agg('case.custom_' || f.key, f.value) FROM jsonb_each_text(c.custom_fields) f), '{}')
  || coalesce((SELECT jsonb_object_agg('customer.custom_' || f.key, f.value) FROM jsonb_each_text(p.custom_fields) f), '{}')
  || coalesce((SELECT jsonb_object_agg('company.custom_' || f.key, f.value) FROM jsonb_each_text(o.custom_fields) f), '{}')
  || coalesce((SELECT jsonb_build_object('current_user.name', w.name, 'current_user.signature', w.signature,
       'current_user.name_public', coalesce(nullif(w.public_name, ''), w.name)) FROM users w WHERE w.id = $2), '{}')`;

const JOINED = `FROM cases c JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id
  LEFT JOIN companies o ON o.id = p.company_id CROSS JOIN site s`;

const OF_CASE = statement(
  'placeholders.of-case',
  `SELECT ${CASE_FACTS} AS facts, b.signature, b.id AS "brandId" ${JOINED} WHERE c.id = $1`,
);

/** How much of the interaction is new; what follows is quoted. Said to nobody. */
const VISIBLE = 'interaction.visible_length';

/** What macros and rules may say besides (`ACTION_PLACEHOLDERS`). `$3` is the interaction; null: the latest message. */
const LOCAL_TIME = (column: string) =>
  `to_char(${column} AT TIME ZONE coalesce(s.time_zone, 'UTC'), 'YYYY-MM-DD HH24:MI')`;
const ACTION_FACTS = `jsonb_strip_nulls(jsonb_build_object(
    'customer.id', p.id, 'customer.language', p.language, 'company.id', o.id, 'case.description', c.description,
    'case.language', c.language, 'case.created_at', ${LOCAL_TIME('c.created_at')}, 'case.updated_at', ${LOCAL_TIME('c.updated_at')},
    'case.user.name', (SELECT a.name FROM users a WHERE a.id = c.assignee_id), 'brand.id', b.id,
    'current_user.email', (SELECT w.email FROM users w WHERE w.id = $2)))
  || coalesce((SELECT jsonb_build_object('interaction.subject', m.subject, 'interaction.body', m.text, '${VISIBLE}', m.visible_length,
       'interaction.from_name', m.from_name, 'interaction.from_email', m.from_address, 'interaction.channel', m.channel,
       'interaction.created_at', ${LOCAL_TIME('m.at')})
     FROM messages m WHERE m.case_id = c.id AND m.purpose = 'message' AND m.erased_at IS NULL AND ($3::bigint IS NULL OR m.id = $3)
     ORDER BY m.sequence DESC LIMIT 1), '{}')`;

const OF_ACTION = statement(
  'placeholders.of-action',
  `SELECT ${CASE_FACTS} || ${ACTION_FACTS} AS facts, b.signature, b.id AS "brandId" ${JOINED} WHERE c.id = $1`,
);

/** What a customer and his company say, without a case. `$2` is the user who reads. */
const OF_CUSTOMER = `SELECT jsonb_strip_nulls(jsonb_build_object(
    'customer.id', p.id, 'customer.name', p.name, 'customer.email', p.address, 'customer.title', p.title,
    'customer.language', p.language, 'customer.first_name', p.first_name, 'customer.last_name', p.last_name,
    'company.id', o.id, 'company.name', o.name, 'site.company_name', s.company_name,
    'current_user.email', (SELECT w.email FROM users w WHERE w.id = $2)))
  || coalesce((SELECT jsonb_object_agg('customer.custom_' || f.key, f.value) FROM jsonb_each_text(p.custom_fields) f), '{}')
  || coalesce((SELECT jsonb_object_agg('company.custom_' || f.key, f.value) FROM jsonb_each_text(o.custom_fields) f), '{}')
  || coalesce((SELECT jsonb_build_object('current_user.name', w.name,
       'current_user.name_public', coalesce(nullif(w.public_name, ''), w.name)) FROM users w WHERE w.id = $2), '{}') AS facts,
    '' AS signature, NULL::bigint AS "brandId"
  FROM customers p LEFT JOIN companies o ON o.id = p.company_id CROSS JOIN site s
  WHERE p.id = $1 AND p.merged_into_id IS NULL`;

const OF_DESK = statement(
  'placeholders.of-desk',
  `SELECT jsonb_build_object('case.id', $1::bigint, 'brand.name', b.name, 'site.company_name', s.company_name) AS facts, b.signature,
     b.id AS "brandId"
   FROM brands b CROSS JOIN site s WHERE b.id = $2`,
);

interface FactsRow {
  facts: Record<string, unknown>;
  signature: string;
  /** Null: no brand speaks. */
  brandId: number | null;
}

/** What placeholders say, and the brand's signature as it was written. */
export interface PlaceholderFacts {
  values: PlaceholderValues;
  signature: string;
}

/** Reads what placeholders say: once for each mail, never again for what came out. */
@Injectable()
export class PlaceholderFactsRepository {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandDirectory,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** For a mail about a case that a user writes; with null the desk itself does. */
  async ofCase(caseId: number, userId: number | null): Promise<PlaceholderFacts> {
    const row = await this.database.row<FactsRow>(OF_CASE, [caseId, userId]);
    return this.factsFrom(row);
  }

  /** For what a macro or rule says about a case, and about one of its messages; null: the latest. */
  async ofAction(caseId: number, { userId, messageId }: { userId: number | null; messageId: number | null }) {
    const { values } = this.factsFrom(await this.database.row<FactsRow>(OF_ACTION, [caseId, userId, messageId]));
    // Characters are those of JavaScript; PostgreSQL counts an emoji as one.
    const { [VISIBLE]: visible = '0', ...said } = Object.fromEntries(values);
    const body = (said['interaction.body'] ?? '').slice(0, Number(visible)).trim();
    const url = `${this.config.publicUrl}/cases/inbox/${caseId}`;
    return new Map(Object.entries({ ...said, 'case.url': url, 'interaction.body': body }));
  }

  /** What placeholders say of a customer alone, to somebody who sees him. Throws customer.not-found. */
  async ofCustomer(
    actor: Actor,
    { customerId, userId }: { customerId: number; userId: number | null },
  ): Promise<PlaceholderValues> {
    const access = customerAccess(actor, 3);
    const sql = `${OF_CUSTOMER} AND ${access.sql}`;
    const row = await this.database.row<FactsRow>(sql, [customerId, userId, ...access.values]);
    if (!row) throw new ProblemError('customer.not-found');
    return this.factsFrom(row).values;
  }

  /** What nobody but the desk itself has written: for mails to whomever a stranger named as sender (S6). */
  async ownWords({ caseId, brandId }: { caseId: number; brandId: number }): Promise<PlaceholderFacts> {
    return this.factsFrom(await this.database.row<FactsRow>(OF_DESK, [caseId, brandId]));
  }

  /** As {@link ofCase}, for somebody who looks at it. Throws case.not-found. */
  async seenBy(actor: Actor, caseId: number): Promise<PlaceholderFacts & { brandId: number }> {
    const access = caseAccess(actor, 3);
    const row = await this.database.row<FactsRow & { brandId: number }>(
      `SELECT ${CASE_FACTS} AS facts, b.signature, c.brand_id AS "brandId" ${JOINED}
       WHERE c.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [caseId, userIdOf(actor) ?? null, ...access.values],
    );
    if (!row) throw new ProblemError('case.not-found');
    return { ...this.factsFrom(row), brandId: row.brandId };
  }

  /** A sample, in the name of a brand and of whoever looks at it. Without a brand: the first one. */
  async ofSample(actor: Actor, brandId: number | null): Promise<PlaceholderFacts> {
    const row = await this.database.row<FactsRow>(
      `SELECT $3::jsonb || jsonb_build_object('brand.name', b.name, 'site.company_name', s.company_name)
         || coalesce((SELECT jsonb_build_object('current_user.name', w.name, 'current_user.signature', w.signature,
              'current_user.name_public', coalesce(nullif(w.public_name, ''), w.name),
              'case.user.name_public', coalesce(nullif(w.public_name, ''), w.name)) FROM users w WHERE w.id = $2), '{}') AS facts,
         b.signature, b.id AS "brandId"
       FROM brands b CROSS JOIN site s WHERE $1::bigint IS NULL OR b.id = $1 ORDER BY b.id LIMIT 1`,
      [brandId, userIdOf(actor) ?? null, JSON.stringify(SAMPLE)],
    );
    return this.factsFrom(row);
  }

  private factsFrom(row: FactsRow | undefined): PlaceholderFacts {
    const facts = factsFrom(row);
    const caseId = Number(facts.values.get('case.id'));
    const brand = row && row.brandId !== null ? this.brands.byId(row.brandId) : undefined;
    if (!brand?.offers.myCases || !brand.open || !caseId) return facts;
    const { origin, base } = this.brands.homeOf(brand);
    return { ...facts, values: new Map([...facts.values, [CASE_PAGE, origin + base + casePageOf(caseId)]]) };
  }
}

/** As a case would say it that there is not, for a look at a template before there is one. */
const SAMPLE: Readonly<Record<string, string>> = {
  'case.id': '1042',
  'case.subject': 'The espresso machine leaks',
  'case.status': 'open',
  'case.priority': '6',
  'case.channel': 'email',
  'case.labels': 'Warranty, Spare part',
  'customer.name': 'Ana Ferreira',
  'customer.first_name': 'Ana',
  'customer.last_name': 'Ferreira',
  'customer.email': 'ana.ferreira@customer.example',
  'customer.title': 'Owner',
  'company.name': 'Ferreira & Filhos',
  [FEEDBACK_LINK]: 'https://help.example/customer/portal/feedback/example',
};

function factsFrom(row: FactsRow | undefined): PlaceholderFacts {
  const values = new Map(Object.entries(row?.facts ?? {}).map(([name, value]) => [name, String(value)]));
  if (values.get('customer.first_name') === '') {
    values.set('customer.first_name', firstWordOf(values.get('customer.name') ?? ''));
  }
  for (const [alias, name] of ALIASES) {
    const value = values.get(name);
    if (value !== undefined) values.set(alias, value);
  }
  return { values, signature: row?.signature ?? '' };
}

/** Whoever is known by an address alone has no first name. */
function firstWordOf(name: string): string {
  return name.includes('@') ? '' : (name.trim().split(/\s+/)[0] ?? '');
}
