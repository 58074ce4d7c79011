import { Module } from '@nestjs/common';
import { CaseWrites } from './cases/case.writes.ts';
import { NoteWrites } from './cases/note.writes.ts';
import { ReplyWrites } from './cases/reply.writes.ts';
import { CompanyWrites } from './companies/company.writes.ts';
import { CustomerWrites } from './customers/customer.writes.ts';
import { LabelWrites } from './labels/label.writes.ts';
import { MacroWrites } from './macros/macro.writes.ts';
import { PreferenceWrites } from './users/preference.writes.ts';
import { SourceQueries } from './resource/source.queries.ts';
import { CarryOut } from './transport/carry-out.ts';
import { DeskApiController } from './transport/desk-api.controller.ts';
import { SiteRate } from './transport/site-rate.ts';

@Module({
  controllers: [DeskApiController],
  providers: [
    CarryOut,
    CaseWrites,
    CompanyWrites,
    CustomerWrites,
    LabelWrites,
    MacroWrites,
    NoteWrites,
    PreferenceWrites,
    ReplyWrites,
    SiteRate,
    SourceQueries,
  ],
})
export class DeskApiModule {}
