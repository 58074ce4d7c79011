import type { DeskMethod, DeskRoute } from '../resource/desk-route.ts';

/** A route and what the address says in the places of its parameters. */
export interface Found {
  route: DeskRoute;
  keys: Record<string, string>;
}

/** Why there is none: nothing is at this address, or nothing that this method does. */
type Absence = 'nowhere' | 'no-such-method';

interface Entry {
  route: DeskRoute;
  pattern: RegExp;
  names: string[];
}

/** Finds routes by address. Words come before parameters: `/cases/search` is no case. */
export class RouteBook {
  private readonly entries: Map<string, Entry[]>;

  constructor(routes: readonly DeskRoute[]) {
    const entries = routes.map(entryOf).toSorted((one, other) => one.names.length - other.names.length);
    this.entries = Map.groupBy(entries, ({ route }) => nounOf(route.path));
  }

  /** `path` as it was sent, below /api/v2. */
  find(method: string, path: string): Found | Absence {
    const here = this.entries.get(nounOf(path))?.filter(({ pattern }) => pattern.test(path)) ?? [];
    const entry = here.find(({ route }) => route.method === method);
    if (!entry) return here.length === 0 ? 'nowhere' : 'no-such-method';
    const values = entry.pattern.exec(path)?.slice(1) ?? [];
    const keys = entry.names.map((name, index): [string, string] => [name, decoded(values[index] ?? '')]);
    return { route: entry.route, keys: Object.fromEntries(keys) };
  }
}

/** What a request asks for; a POST may say that it is meant otherwise, for clients that cannot send anything else. */
export function methodOf(method: string, override: string | undefined): DeskMethod | 'OTHER' {
  const meant = (method === 'POST' && override?.trim().toUpperCase()) || method;
  switch (meant) {
    case 'HEAD':
      return 'GET';
    case 'GET':
    case 'POST':
    case 'PATCH':
    case 'DELETE':
      return meant;
    default:
      return 'OTHER';
  }
}

/** With what an address begins: no route has a parameter there. */
function nounOf(path: string): string {
  return path.split('/', 2)[1] ?? '';
}

function entryOf(route: DeskRoute): Entry {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return { route, names, pattern: new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`) };
}

/** What is no UTF-8 names nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
