import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { API, type Route } from '@bureau/contracts';
import { ROUTE_METADATA } from './handles.ts';

/**
 * Checks at boot that every controller method carries a route of the contracts, and (for a process that has the
 * whole API) that every route has a handler. Throws with the names of all that are missing.
 */
export function auditRoutes(discovery: DiscoveryService, { complete }: { complete: boolean }): void {
  const scanner = new MetadataScanner();
  const handled = new Set<Route>();
  const problems: string[] = [];
  for (const { instance, metatype } of discovery.getControllers()) {
    if (!instance || !metatype) continue;
    const prototype: Record<string, unknown> = Object.getPrototypeOf(instance);
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      if (typeof method !== 'function' || Reflect.getMetadata(PATH_METADATA, method) === undefined) continue;
      const route: Route | undefined = Reflect.getMetadata(ROUTE_METADATA, method);
      const verb = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, method))];
      if (!route)
        problems.push(`${metatype.name}.${name} (${verb}) has no route of the contracts, so nobody may call it.`);
      else handled.add(route);
    }
  }
  if (complete) {
    const routes: Route[] = Object.values(API).flatMap((nouns) => Object.values(nouns));
    problems.push(
      ...routes.filter((route) => !handled.has(route)).map((route) => `${route.method} ${route.path} has no handler.`),
    );
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
