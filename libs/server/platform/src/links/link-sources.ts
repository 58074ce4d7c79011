import { Injectable } from '@nestjs/common';
import type { Actor, Link, LinkedNoun } from '@bureau/contracts';

/** What hangs on the thing with this id; `examples` only of what the actor may see. A count of 0 is left out. */
export type LinkReader = (actor: Actor, id: number) => Promise<Link[]>;

/** Each feature says what of it can hang on something else, so that nothing is deleted unawares. */
@Injectable()
export class LinkSources {
  private readonly readers = new Map<LinkedNoun, LinkReader[]>();

  /** Several features may speak for one noun. */
  declare(noun: LinkedNoun, reader: LinkReader): void {
    this.readers.set(noun, [...(this.readers.get(noun) ?? []), reader]);
  }

  /** In the order in which the features were declared. */
  async read(actor: Actor, noun: LinkedNoun, id: number): Promise<Link[]> {
    const readers = this.readers.get(noun) ?? [];
    const links = await Promise.all(readers.map((reader) => reader(actor, id)));
    return links.flat().filter(({ count }) => count > 0);
  }
}
