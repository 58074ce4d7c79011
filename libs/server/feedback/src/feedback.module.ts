import { Global, Module } from '@nestjs/common';

/** What customers think of an answer: one survey per brand, one rating per resolution. */
@Global()
@Module({ controllers: [], providers: [], exports: [] })
export class FeedbackModule {}
