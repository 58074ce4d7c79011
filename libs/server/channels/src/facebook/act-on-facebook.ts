import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NetworkFailure } from '../social/network-failure.ts';
import type { ActedPost, Deed } from '../social/out/acted-posts.repository.ts';
import { GraphClients } from './graph-clients.ts';
import type { Graph } from './graph.ts';

type OnFacebook = ActedPost & { externalId: string };

const Done = z.unknown();

/** Likes, hides and deletes on Facebook, all of which may be said again. */
@Injectable()
export class ActOnFacebook {
  constructor(private readonly clients: GraphClients) {}

  /** Throws NetworkFailure, AccountUnavailable. */
  async act(post: OnFacebook, wanted: { deed: Deed; on: boolean }): Promise<void> {
    await this.clients.ask(post.accountId, async (graph) => void (await callOf(graph, post, wanted)));
  }

  async remove({ accountId }: OnFacebook, externalId: string): Promise<void> {
    try {
      await this.clients.ask(accountId, async (graph) => void (await graph.delete(externalId, Done)));
    } catch (error) {
      if (!(error instanceof NetworkFailure) || error.kind !== 'gone') throw error;
    }
  }
}

async function callOf(
  graph: Graph,
  { externalId }: OnFacebook,
  { deed, on }: { deed: Deed; on: boolean },
): Promise<unknown> {
  switch (deed) {
    case 'like':
      return on ? graph.post(`${externalId}/likes`, Done) : graph.delete(`${externalId}/likes`, Done);
    case 'hide':
      return graph.post(externalId, Done, { is_hidden: on });
    case 'repost':
    case 'follow':
      throw new Error(`Facebook has no such thing as ${deed}.`);
  }
}
