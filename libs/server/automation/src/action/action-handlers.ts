import { Injectable } from '@nestjs/common';
import type { Action, ActionType } from '@bureau/contracts';
import { Acknowledge } from './acknowledge.ts';
import type { AnyHandler, DeedHandler, FieldHandler } from './action-handler.ts';
import { AddNote } from './add-note.ts';
import { assignToMe } from './assign-to-me.ts';
import { AssignByTurn } from './assign.ts';
import { CallWebhook } from './call-webhook.ts';
import { changePriority } from './change-priority.ts';
import { Delete } from './delete.ts';
import { Follow } from './follow.ts';
import { appendLabels, removeLabels, setLabels } from './labels.ts';
import { InsertArticle } from './insert-article.ts';
import { markSpam } from './mark-spam.ts';
import { QuickReply } from './quick-reply.ts';
import { PostToChatter, SyncCase, SyncCustomer } from './salesforce.ts';
import { SendEmail } from './send-email.ts';
import { SendSurvey } from './send-survey.ts';
import { SetBrand } from './set-brand.ts';
import { SetCustomFields } from './set-custom-fields.ts';
import { SetDescription } from './set-description.ts';
import { SetGroup } from './set-group.ts';
import { setLanguage } from './set-language.ts';
import { setPriority } from './set-priority.ts';
import { setStatus } from './set-status.ts';
import { SetSubject } from './set-subject.ts';
import { SetUser } from './set-user.ts';
import { Snooze } from './snooze.ts';

/** Every kind of action has one: the compiler asks for it. */
type Handlers = { [T in ActionType]: FieldHandler<T> | DeedHandler<T> };

/** What each kind of action does. */
@Injectable()
export class ActionHandlers {
  private readonly known: ReadonlyMap<string, AnyHandler>;

  constructor(
    acknowledge: Acknowledge,
    addNote: AddNote,
    assign: AssignByTurn,
    callWebhook: CallWebhook,
    deletes: Delete,
    follow: Follow,
    insertArticle: InsertArticle,
    postToChatter: PostToChatter,
    quickReply: QuickReply,
    sendEmail: SendEmail,
    sendSurvey: SendSurvey,
    setBrand: SetBrand,
    setCustomFields: SetCustomFields,
    setDescription: SetDescription,
    setGroup: SetGroup,
    setSubject: SetSubject,
    setUser: SetUser,
    snooze: Snooze,
    syncCase: SyncCase,
    syncCustomer: SyncCustomer,
  ) {
    const handlers: Handlers = {
      'set-status': setStatus,
      'set-priority': setPriority,
      'change-priority': changePriority,
      'set-group': setGroup,
      'set-user': setUser,
      assign,
      'assign-to-me': assignToMe,
      'set-labels': setLabels,
      'append-labels': appendLabels,
      'remove-labels': removeLabels,
      'set-subject': setSubject,
      'set-description': setDescription,
      'set-custom-fields': setCustomFields,
      'set-language': setLanguage,
      'set-brand': setBrand,
      'add-note': addNote,
      'quick-reply': quickReply,
      'insert-article': insertArticle,
      'send-email': sendEmail,
      acknowledge,
      'send-survey': sendSurvey,
      snooze,
      follow,
      'mark-spam': markSpam,
      delete: deletes,
      'call-webhook': callWebhook,
      'post-to-chatter': postToChatter,
      'sync-case': syncCase,
      'sync-customer': syncCustomer,
    };
    this.known = new Map<string, AnyHandler>(Object.entries(handlers));
  }

  of({ type }: Action): AnyHandler {
    const handler = this.known.get(type);
    if (!handler) throw new Error(`No handler for the action ${type}.`);
    return handler;
  }
}
