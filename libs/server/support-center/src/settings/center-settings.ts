import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { LOGO_LIMIT, type Actor, type ChangeSupportCenter, type SupportCenter } from '@bureau/contracts';
import { AuditLog, BrandDirectory, servesBrand, type BrandFace } from '@bureau/identity';
import {
  CONFIG,
  InvalidInput,
  Outbox,
  pictureTypeOf,
  ProblemError,
  Transactional,
  type Config,
} from '@bureau/platform';
import { brandColours, DEFAULT_COLOUR, isReadable } from '../theme/brand-colours.ts';
import { CenterRepository, type CenterSettings as Settings, type Logo } from './center.repository.ts';

/** Where a brand's support center is, what it offers and how it looks. */
@Injectable()
export class CenterSettings {
  constructor(
    private readonly centers: CenterRepository,
    private readonly brands: BrandDirectory,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actor: Actor): Promise<SupportCenter[]> {
    await this.brands.refresh();
    const changes = await this.centers.lastChanges();
    const served = this.brands.all().filter(({ id }) => servesBrand(actor, id));
    return served.map((face) => this.present(face, changes.get(face.id) ?? null));
  }

  /** Throws brand.not-found. */
  async read(actor: Actor, brandId: number): Promise<SupportCenter> {
    const found = (await this.list(actor)).find((center) => center.brandId === brandId);
    if (!found) throw new ProblemError('brand.not-found');
    return found;
  }

  /** Throws brand.not-found, brand.host-taken. */
  async change(actor: Actor, brandId: number, changes: ChangeSupportCenter): Promise<SupportCenter> {
    await this.save(actor, brandId, changes);
    return this.read(actor, brandId);
  }

  /** Throws brand.not-found, request.too-large, request.invalid (no picture). */
  async setLogo(actor: Actor, brandId: number, content: Readable): Promise<SupportCenter> {
    const bytes = await readLimited(content);
    const contentType = pictureTypeOf(bytes);
    if (!contentType) {
      throw new InvalidInput([{ path: 'logo', message: 'Choose a PNG, JPEG, GIF or WebP picture.' }]);
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.saveLogo(actor, brandId, { contentType, sha256, content: bytes });
    return this.read(actor, brandId);
  }

  /** Throws brand.not-found. */
  async removeLogo(actor: Actor, brandId: number): Promise<SupportCenter> {
    await this.saveLogo(actor, brandId, null);
    return this.read(actor, brandId);
  }

  @Transactional()
  protected async save(actor: Actor, brandId: number, changes: ChangeSupportCenter): Promise<void> {
    const before = await this.lock(actor, brandId);
    const { offers = {}, ...rest } = changes;
    const after = { ...before, ...rest, offers: { ...before.offers, ...offers } };
    const own = new URL(this.config.publicUrl).hostname;
    if (after.hosts.includes(own)) throw new ProblemError('brand.host-taken');
    await this.centers.save(brandId, after, changes);
    const fields = ({ offers: { email, questions, myCases }, ...settings }: Settings) => ({
      ...settings,
      ...{ offersEmail: email, offersQuestions: questions, offersMyCases: myCases },
    });
    const [was, is] = [fields(before), fields(after)];
    await this.audit.record(actor, { ...this.entry(brandId, before.name), before: was, after: is });
    await this.outbox.add('brand.changed', { brandId });
  }

  @Transactional()
  protected async saveLogo(actor: Actor, brandId: number, logo: Logo | null): Promise<void> {
    const { name } = await this.lock(actor, brandId);
    const before = { logo: this.brands.byId(brandId)?.logo ?? null };
    await this.centers.setLogo(brandId, logo);
    await this.audit.record(actor, { ...this.entry(brandId, name), before, after: { logo: logo?.sha256 ?? null } });
    await this.outbox.add('brand.changed', { brandId });
  }

  private entry(id: number, name: string) {
    return { noun: 'brand', id, name, action: 'changed' } as const;
  }

  private async lock(actor: Actor, brandId: number): Promise<Settings> {
    const found = servesBrand(actor, brandId) ? await this.centers.lock(brandId) : undefined;
    if (!found) throw new ProblemError('brand.not-found');
    return found;
  }

  private present(face: BrandFace, changed: SupportCenter['changed']): SupportCenter {
    const { origin, base } = this.brands.homeOf(face);
    const colour = face.colour ?? DEFAULT_COLOUR;
    const { light, dark } = brandColours(colour);
    return {
      brandId: face.id,
      name: face.name,
      address: `${origin}${base || '/'}`,
      open: face.open,
      languages: [...face.languages],
      offers: face.offers,
      hosts: [...face.hosts],
      colour: face.colour,
      shades: { light: light.accent, dark: dark.accent, adjusted: !isReadable(colour) },
      logo: face.logo && `/support/${face.slug}/logo/${face.logo}`,
      changed,
    };
  }
}

/** Throws request.too-large. */
async function readLimited(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // What still comes is read and let go: a client that is not listened to would not hear the answer.
    if (size <= LOGO_LIMIT) chunks.push(bytes);
    else chunks.length = 0;
  }
  if (size > LOGO_LIMIT) throw new ProblemError('request.too-large');
  return Buffer.concat(chunks);
}
