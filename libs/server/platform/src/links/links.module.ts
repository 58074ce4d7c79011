import { Global, Module } from '@nestjs/common';
import { LinkSources } from './link-sources.ts';
import { LinksController } from './links.controller.ts';

@Global()
@Module({ controllers: [LinksController], providers: [LinkSources], exports: [LinkSources] })
export class LinksModule {}
