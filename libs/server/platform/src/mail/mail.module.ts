import { Global, Module } from '@nestjs/common';
import { Notices } from './notices.ts';

@Global()
@Module({ providers: [Notices], exports: [Notices] })
export class MailModule {}
