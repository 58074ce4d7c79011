import type { Call, Reply } from '../../service/call.ts';
import { GraphError } from '../graph-error.ts';
import { exchange } from '../login.ts';
import { whoCalls, type Caller } from '../tokens.ts';
import type { Usage } from '../usage.ts';
import type { Violations } from '../violations.ts';
import type { World } from '../world.ts';
import { dispatch, Redirect } from './dispatch.ts';
import { readParams, type Params } from './read-params.ts';

const NEWEST = 26;

export type GraphParts = { world: World; usage: Usage; violations: Violations; oddities: { emptyPages: number } };

/** graph.facebook.com: one address, every call; a refusal is JSON with a code. */
export async function answerGraph(parts: GraphParts, call: Call): Promise<Reply> {
  let caller: Caller | undefined;
  const path = call.url.pathname.split('/').filter(Boolean).map(decoded);
  const version = /^v\d+\.\d+$/.test(path[0] ?? '') ? (path.shift() ?? '') : '';
  try {
    mustExist(version);
    const given = await readParams(call);
    if (path.join('/') === 'oauth/access_token') return { json: login(parts, given.params) };
    caller = callerOf(parts, call, given.params);
    const name = path.join('/');
    parts.usage.count(caller, name);
    const answer = await respond(parts, { caller, version, path, given, method: methodOf(call, given.params) });
    const headers = { ...parts.usage.headers(caller, name), 'facebook-api-version': version || 'v25.0' };
    if (answer instanceof Redirect)
      return { status: 302, headers: { ...headers, Location: answer.location }, bytes: '' };
    return { headers, json: answer };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const headers: Record<string, string> = caller ? parts.usage.headers(caller, path.join('/')) : {};
    if (error.given.code === 190) headers['WWW-Authenticate'] = 'OAuth "Facebook Platform" "invalid_token"';
    return { status: error.status, headers, json: error.body() };
  }
}

type Understood = { caller: Caller; version: string; path: string[]; given: Params; method: string };

function respond({ world, violations, oddities }: GraphParts, { caller, version, path, given, method }: Understood) {
  const emptyPage = () => oddities.emptyPages > 0 && (oddities.emptyPages -= 1) >= 0;
  const ask = { world, caller, params: given.params, version, emptyPage, violations };
  return dispatch(ask, { method, path, upload: given.upload });
}

function login({ world, violations }: GraphParts, params: Record<string, string>) {
  try {
    return exchange(world, params);
  } catch (error) {
    const used = world.state.codes[params.code ?? '']?.used;
    if (used && error instanceof GraphError)
      violations.note('code-used-twice', 'A login code was exchanged a second time.');
    throw error;
  }
}

function callerOf({ world, violations }: GraphParts, call: Call, params: Record<string, string>): Caller {
  const token = params.access_token ?? /^(?:Bearer|OAuth) (.+)$/.exec(call.headers.authorization ?? '')?.[1];
  try {
    return whoCalls(world, { token, proof: params.appsecret_proof });
  } catch (error) {
    if (error instanceof GraphError && error.given.code === 190) violations.deadTokenUsed(token ?? '');
    if (error instanceof GraphError && error.message.includes('require an appsecret_proof')) {
      violations.note('missing-proof', `${call.method} ${call.url.pathname} came without appsecret_proof.`);
    }
    throw error;
  }
}

/** A stray % names nothing that exists. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Clients that cannot send DELETE say `method=delete`. */
function methodOf(call: Call, params: Record<string, string>): string {
  const said = params.method?.toUpperCase();
  return said === 'DELETE' || said === 'POST' || said === 'GET' ? said : call.method;
}

function mustExist(version: string): void {
  const major = Number(version.slice(1).split('.')[0]);
  if (version !== '' && major > NEWEST)
    throw new GraphError({ code: 2500, message: `Unknown path components: /${version}` });
}
