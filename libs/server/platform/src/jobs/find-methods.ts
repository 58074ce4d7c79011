import { DiscoveryService, MetadataScanner } from '@nestjs/core';

export interface FoundMethod {
  /** `Class.method`, for messages. */
  label: string;
  method: object;
  call(...values: unknown[]): Promise<unknown>;
}

/** Every method of every provider, bound to its instance. */
export function findMethods(discovery: DiscoveryService): FoundMethod[] {
  const scanner = new MetadataScanner();
  return discovery.getProviders().flatMap(({ instance }): FoundMethod[] => {
    const provider: unknown = instance;
    if (typeof provider !== 'object' || provider === null) return [];
    const prototype: unknown = Object.getPrototypeOf(provider);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function') return [];
      const call = async (...values: unknown[]): Promise<unknown> => Reflect.apply(method, provider, values);
      return [{ label: `${provider.constructor.name}.${name}`, method, call }];
    });
  });
}
