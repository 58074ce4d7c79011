import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { CONFIG, Database, OnEvent, type Config } from '@bureau/platform';

/** A brand as the public meets it. */
export interface BrandFace {
  id: number;
  name: string;
  slug: string;
  /** Of its support center, at least one; the first for whoever speaks none of them. */
  languages: readonly string[];
  /** What customers can do there. */
  offers: { email: boolean; questions: boolean; myCases: boolean };
  open: boolean;
  /** Host names of its own, the one that links name first. */
  hosts: readonly string[];
  /** `#rrggbb`; null: the colour of the default theme. */
  colour: string | null;
  /** SHA-256 of its picture; null: the name stands in its place. */
  logo: string | null;
  /** Changes whenever anything above does. */
  version: string;
}

/** Where pages of a brand begin: `origin + base + '/customer/portal/…'`. */
export interface BrandHome {
  /** `https://help.larkspur.example`, without a slash at the end. */
  origin: string;
  /** '' on a host of its own, `/support/larkspur` on the desk's. */
  base: string;
}

interface Faces {
  bySlug: Map<string, BrandFace>;
  byHost: Map<string, BrandFace>;
  byId: Map<number, BrandFace>;
}

type FaceRow = Omit<BrandFace, 'version'>;

/** How old, in milliseconds, what is known may become before it is read again: what another process changes is seen then. */
const FRESH_MS = 2_000;

const READ = `SELECT b.id, b.name, b.slug, b.languages, b.center_open AS open, b.colour,
    jsonb_build_object('email', b.offers_email, 'questions', b.offers_questions, 'myCases', b.offers_my_cases) AS offers,
    ARRAY(SELECT host FROM brand_hosts WHERE brand_id = b.id ORDER BY position, host) AS hosts, l.sha256 AS logo
  FROM brands b LEFT JOIN brand_logos l ON l.brand_id = b.id ORDER BY b.id`;

/** All brands, in memory: who answers at an address is asked before anything else, for every request. */
@Injectable()
export class BrandDirectory {
  private faces: Faces = { bySlug: new Map(), byHost: new Map(), byId: new Map() };
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  bySlug(slug: string): BrandFace | undefined {
    return this.current().bySlug.get(slug);
  }

  /** `host` as a request names it, with or without a port, and with or without the dot of a full name. */
  byHost(host: string | undefined): BrandFace | undefined {
    const faces = this.current();
    if (host === undefined || faces.byHost.size === 0) return undefined;
    return faces.byHost.get(host.toLowerCase().replace(/\.?(?::\d+)?$/, ''));
  }

  byId(id: number): BrandFace | undefined {
    return this.current().byId.get(id);
  }

  all(): BrandFace[] {
    return [...this.current().byId.values()];
  }

  /** Where links to this brand's pages begin. Hosts of brands are reached as the desk is: over https, at its port. */
  homeOf({ slug, hosts: [host] }: Pick<BrandFace, 'slug' | 'hosts'>): BrandHome {
    const url = new URL(this.config.publicUrl);
    if (!host) return { origin: url.origin, base: `/support/${slug}` };
    url.hostname = host;
    return { origin: url.origin, base: '' };
  }

  /** Waits until the brands are known: for what runs before the first request came. */
  async ready(): Promise<void> {
    if (this.readAt === -Infinity) await this.refresh();
  }

  @OnEvent('brand.changed', 'identity.know-brands')
  async onBrandChanged(_changed: EventPayload<'brand.changed'>): Promise<void> {
    await this.refresh();
  }

  /** Reads all brands anew. */
  async refresh(): Promise<void> {
    const rows = await this.database.rows<FaceRow>(READ);
    const known = rows.map((row) => ({ ...row, version: versionOf(row) }));
    this.faces = {
      bySlug: new Map(known.map((face) => [face.slug, face])),
      byHost: new Map(known.flatMap((face) => face.hosts.map((host) => [host, face]))),
      byId: new Map(known.map((face) => [face.id, face])),
    };
    this.readAt = performance.now();
  }

  /**
   * What is known, at once; what is old is read again meanwhile, apart from any transaction of whoever asks. While the
   * database is away, the old stands.
   */
  private current(): Faces {
    if (performance.now() - this.readAt > FRESH_MS) {
      this.reading ??= this.database
        .apart(() => this.refresh())
        .catch(() => undefined)
        .finally(() => (this.reading = undefined));
    }
    return this.faces;
  }
}

function versionOf(row: FaceRow): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 12);
}
