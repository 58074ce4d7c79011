import { MailParser } from 'mailparser';
import { decodeUuencoded } from './extract-uuencoded.ts';
import type { MailLimits } from './mail-limits.ts';

/** A MIME leaf: its bytes with the transfer encoding undone, and what its headers say, undecoded. */
export interface MailPart {
  kind: 'leaf';
  /** Lower case, without parameters. */
  contentType: string;
  charset: string | null;
  /** RFC 3676 format=flowed, with DelSp. */
  flowed: 'no' | 'yes' | 'delete-space';
  disposition: string | null;
  fileName: string | null;
  contentId: string | null;
  content: Uint8Array;
}

/** A MIME container, its children in order. */
export interface MailMultipart {
  kind: 'multipart';
  contentType: string;
  children: (MailPart | MailMultipart)[];
}

/** The tree of parts; `broken` names the limit or defect that stopped the reading, with what was read until then. */
export interface SplitMail {
  root: MailPart | MailMultipart | null;
  depth: number;
  broken: string | null;
}

/** What mailparser keeps of a part; it has no public type for it. */
interface ParserNode {
  contentType: string | false;
  charset?: string;
  children: ParserNode[];
  headers: object;
  isAttachment?: boolean;
  node: {
    flowed: boolean;
    delSp: boolean;
    disposition: string | false;
    filename: string | false;
    encoding: string | false;
  };
}

declare module 'mailparser' {
  interface MailParser {
    /** Content types that are decoded and joined into one text; all others are handed out as they are. */
    textTypes: string[];
    readonly tree: ParserNode | false;
  }
  interface MailParserOptions {
    ignoreEmbedded?: boolean;
    maxHeadSize?: number;
    maxChildNodes?: number;
  }
}

/** The bytes of each leaf, by its headers: the one object that mailparser hands out and keeps. */
type Contents = Map<object, Uint8Array>;

/**
 * Takes a mail apart with mailparser, used as splitter only: each leaf comes out as bytes. Joining the texts ourselves
 * is what lets us mend charsets, keep a forwarded mail as a file, and never mistake a named text file for the message.
 */
export async function splitParts(bytes: Uint8Array, limits: MailLimits): Promise<SplitMail> {
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: 'sha1',
    maxHeadSize: limits.headerBytes,
    maxChildNodes: limits.parts,
  });
  parser.textTypes = [];
  const contents: Contents = new Map();

  const broken = await readAll(parser, bytes, contents);
  const root = parser.tree ? toPart(parser.tree, contents) : null;
  return { root, depth: parser.tree ? depthOf(parser.tree) : 0, broken };
}

function readAll(parser: MailParser, bytes: Uint8Array, contents: Contents): Promise<string | null> {
  return new Promise((resolve) => {
    parser.once('error', (error: unknown) => resolve(error instanceof Error ? error.message : String(error)));
    parser.once('end', () => resolve(null));
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const chunks: Uint8Array[] = [];
      data.content.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      data.content.on('end', () => {
        contents.set(data.headers, Buffer.concat(chunks));
        data.release();
      });
    });
    parser.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}

function toPart(node: ParserNode, contents: Contents, parentType = ''): MailPart | MailMultipart {
  const contentType = typeOf(node, parentType);
  if (contentType.startsWith('multipart/')) {
    return {
      kind: 'multipart',
      contentType,
      children: node.children.map((child) => toPart(child, contents, contentType)),
    };
  }
  const { flowed, delSp, disposition, filename, encoding } = node.node;
  const content = contents.get(node.headers) ?? new Uint8Array();
  return {
    kind: 'leaf',
    contentType,
    charset: node.charset ?? null,
    flowed: !flowed ? 'no' : delSp ? 'delete-space' : 'yes',
    disposition: disposition || null,
    fileName: filename || null,
    contentId: contentIdOf(node.headers),
    content: encoding && encoding.includes('uue') ? decodeUuencoded(content) : content,
  };
}

/** Parts of a digest are mails unless they say otherwise (RFC 2046 §5.1.5). */
function typeOf(node: ParserNode, parentType: string): string {
  const silent = !(node.headers instanceof Map && node.headers.has('content-type'));
  return parentType === 'multipart/digest' && silent ? 'message/rfc822' : node.contentType || 'text/plain';
}

function contentIdOf(headers: object): string | null {
  const value: unknown = headers instanceof Map ? headers.get('content-id') : undefined;
  if (typeof value !== 'string') return null;
  return value.trim().replace(/^<|>$/g, '').trim() || null;
}

/** Without recursion: the tree may be as deep as the part limit allows. */
function depthOf(root: ParserNode): number {
  let depth = 0;
  for (let level = [root]; level.length > 0; level = level.flatMap((node) => node.children)) depth++;
  return depth;
}
