import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** By language, by key. */
export type OwnTexts = Partial<Record<string, Partial<Record<string, string>>>>;

/** What brands say instead of the texts that everybody has. */
@Injectable()
export class SnippetRepository {
  constructor(private readonly database: Database) {}

  async own(brandId: number): Promise<OwnTexts> {
    const rows = await this.database.rows<{ language: string; texts: Record<string, string> }>(
      `SELECT language, jsonb_object_agg(key, text) AS texts FROM center_texts WHERE brand_id = $1 GROUP BY language`,
      [brandId],
    );
    return Object.fromEntries(rows.map(({ language, texts }) => [language, texts]));
  }

  /** Null: the original again. */
  async save(
    { brandId, language }: { brandId: number; language: string },
    texts: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    await this.database.run('DELETE FROM center_texts WHERE brand_id = $1 AND language = $2 AND key = ANY ($3)', [
      brandId,
      language,
      Object.keys(texts),
    ]);
    const kept = Object.entries(texts).filter(([, text]) => text !== null);
    await this.database.run(
      `INSERT INTO center_texts (brand_id, language, key, text)
       SELECT $1, $2, key, text FROM unnest($3::text[], $4::text[]) AS t (key, text)`,
      [brandId, language, kept.map(([key]) => key), kept.map(([, text]) => text)],
    );
  }
}
