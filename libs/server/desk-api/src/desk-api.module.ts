import { Module } from '@nestjs/common';
import { CaseWrites } from './cases/case.writes.ts';
import { NoteWrites } from './cases/note.writes.ts';
import { ReplyWrites } from './cases/reply.writes.ts';
import { SourceQueries } from './resource/source.queries.ts';
import { CarryOut } from './transport/carry-out.ts';
import { DeskApiController } from './transport/desk-api.controller.ts';
import { SiteRate } from './transport/site-rate.ts';

@Module({
  controllers: [DeskApiController],
  providers: [CarryOut, CaseWrites, NoteWrites, ReplyWrites, SiteRate, SourceQueries],
})
export class DeskApiModule {}
