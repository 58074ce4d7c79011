import { Global, Module } from '@nestjs/common';

/** What the company knows: topics, articles with translations and versions, their search, votes and redirects. */
@Global()
@Module({ controllers: [], providers: [], exports: [] })
export class KnowledgeModule {}
