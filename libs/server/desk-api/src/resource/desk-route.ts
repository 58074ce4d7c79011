import type { Type } from '@nestjs/common';
import type { Actor, Permission } from '@bureau/contracts';
import type { z } from 'zod';
import type { Narrowing } from './source.queries.ts';
import type { Resolve, Source } from './source.ts';
import { understood } from './understood.ts';

export type DeskMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What a write is told. */
export interface Wish<Body> {
  actor: Actor;
  /** The access token that the caller came with; undefined for one who gave a password. */
  tokenId?: number | undefined;
  /** The row that the address names: of `within` for what is created there, else of the resource itself; 0 for none. */
  id: number;
  /** The parts of the address. */
  keys: Record<string, string>;
  /** What the caller would rather read and write, as {@link Source} knows languages. */
  languages: readonly string[];
  body: Body;
}

/** A list, as somebody asks for it. */
export interface AskedList {
  actor: Actor;
  keys: Record<string, string>;
  query: URLSearchParams;
}

interface Described {
  /** One sentence for the reference, starting with a verb. */
  summary: string;
  allow: Permission | 'signed-in';
  /** Open to mobile tokens too (`Authorization: Bearer`), which open nothing else (desk-api-v2.md 2.2). */
  mobile?: true;
}

/** What was made, where that is not what the route reads: another source, and the keys that name it there. */
export interface Made {
  reads: Source;
  keys: Record<string, string>;
}

/** A row of the table: who may ask what at which address, and what is read or done. */
export type DeskRoute = Described & {
  method: DeskMethod;
  /** Below /api/v2, with `:name` for the parts that keys of the source name. */
  path: string;
  reads: Source;
  /** What else is to hold of what a list has, where that takes asking. */
  narrow?: (resolve: Resolve, asked: AskedList) => Promise<Narrowing | undefined>;
  /** What the address stands in: nothing is listed or created in what the actor does not see. */
  within?: Source;
} & (
    | { does: 'list' | 'show' | 'stream' }
    | { does: 'redirect'; locate(resolve: Resolve, id: number): string }
    | {
        does: 'tell';
        body?: z.ZodType;
        names?: Record<string, string>;
        status: 200 | 201;
        /** The answer, as JSON text. */
        told(resolve: Resolve, wish: Wish<unknown>): Promise<string>;
      }
    | {
        does: 'create' | 'change' | 'remove' | 'propose';
        body?: z.ZodType;
        /** Bytes of a body at most, where that is not as everywhere. */
        longest?: number;
        /** Its verbs refuse by themselves what is not there, or not seen: a row that is named by its number is not looked for before. */
        looks?: 'itself';
        /** What the verbs call the fields → what clients call them, for what is said of wrong ones. */
        names?: Record<string, string>;
        /**
         * What was created, by the first key of the source; what was changed only where it is something else now; what is
         * proposed, as it is answered.
         */
        carryOut(resolve: Resolve, wish: Wish<unknown>): Promise<number | string | Made | void>;
      }
  );

type Read = Described & Pick<DeskRoute, 'reads' | 'within' | 'narrow'>;

interface Write<Writes, Body extends z.ZodType, Result> extends Read {
  body: Body;
  longest?: number;
  looks?: 'itself';
  names?: Record<string, string>;
  by: Type<Writes>;
  run(writes: Writes, wish: Wish<z.output<Body>>): Promise<Result>;
}

interface Telling {
  /** 201 where something was made, in other hands than ours. */
  status?: 200 | 201;
}

/** GET of a page of entries. */
export function list(path: string, route: Read): DeskRoute {
  return { method: 'GET', path, does: 'list', ...route };
}

/** GET of entries after an id, again and again until there are none. */
export function stream(path: string, route: Read): DeskRoute {
  return { method: 'GET', path, does: 'stream', ...route };
}

/** GET of one entry. */
export function show(path: string, route: Read): DeskRoute {
  return { method: 'GET', path, does: 'show', ...route };
}

/** GET of an address elsewhere, of one entry. */
export function redirect<Links>(
  path: string,
  { by, to, ...route }: Read & { by: Type<Links>; to(links: Links, id: number): string },
): DeskRoute {
  return { ...route, method: 'GET', path, does: 'redirect', locate: (resolve, id) => to(resolve(by), id) };
}

/** Of what no table has: answers what somebody tells, be it a question of a length that no address holds. */
export function tell<Teller, Body extends z.ZodType>(
  path: string,
  { by, run, status = 200, ...route }: Write<Teller, Body, string> & Telling,
): DeskRoute {
  return { ...route, method: 'POST', path, status, does: 'tell', told: carriedOut({ ...route, by, run }) };
}

/** GET of what no table has: answers what somebody else tells. */
export function ask<Teller>(
  path: string,
  { by, run, ...route }: Read & { by: Type<Teller>; run(teller: Teller, wish: Wish<unknown>): Promise<string> },
): DeskRoute {
  const told = (resolve: Resolve, wish: Wish<unknown>) => run(resolve(by), wish);
  return { ...route, method: 'GET', path, status: 200, does: 'tell', told };
}

/** POST of a new entry; answers 201 with it. */
export function create<Writes, Body extends z.ZodType>(
  path: string,
  route: Write<Writes, Body, number | string | Made>,
): DeskRoute {
  return { ...route, method: 'POST', path, does: 'create', carryOut: carriedOut(route) };
}

/** POST that changes nothing; answers 200 with what would be, as JSON text. */
export function propose<Writes, Body extends z.ZodType>(path: string, route: Write<Writes, Body, string>): DeskRoute {
  return { ...route, method: 'POST', path, does: 'propose', carryOut: carriedOut(route) };
}

/** PATCH of an entry; answers with what it is now. */
export function change<Writes, Body extends z.ZodType>(
  path: string,
  route: Write<Writes, Body, Made | void>,
): DeskRoute {
  return { ...route, method: 'PATCH', path, does: 'change', carryOut: carriedOut(route) };
}

/** POST of what is to be done, and leaves nothing to be read; answers 204. */
export function act<Writes>(
  path: string,
  { by, run, ...route }: Read & { by: Type<Writes>; run(writes: Writes, wish: Wish<unknown>): Promise<void> },
): DeskRoute {
  return { ...route, method: 'POST', path, does: 'remove', carryOut: (resolve, wish) => run(resolve(by), wish) };
}

/** DELETE of an entry; answers 204. */
export function remove<Writes>(
  path: string,
  { by, run, ...route }: Read & { by: Type<Writes>; run(writes: Writes, wish: Wish<unknown>): Promise<void> },
): DeskRoute {
  return { ...route, method: 'DELETE', path, does: 'remove', carryOut: (resolve, wish) => run(resolve(by), wish) };
}

function carriedOut<Writes, Body extends z.ZodType, Result>({ body, by, run }: Write<Writes, Body, Result>) {
  return (resolve: Resolve, { body: sent, ...wish }: Wish<unknown>): Promise<Result> =>
    run(resolve(by), { ...wish, body: understood(body, sent) });
}
