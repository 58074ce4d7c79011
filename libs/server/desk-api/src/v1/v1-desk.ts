import { unknownMembers, type Entry, type Told } from './entry.ts';

export function userOf(user: Entry): Told {
  return {
    id: user.id,
    name: user['name'],
    name_public: user['public_name'],
    email: user['email'],
    created_at: user['created_at'],
    updated_at: user['updated_at'],
    user_level: user['level'],
    ...unknownMembers(['login_count', 'time_zone']),
    last_login_at: user['last_login_at'],
    current_login_at: user['current_login_at'],
  };
}

export function groupOf({ id, name }: Entry): Told {
  return { id, name, ...unknownMembers(['created_at', 'updated_at']) };
}

export function macroOf({ id, name, enabled }: Entry): Told {
  return { id, name, enabled };
}

export function topicOf({ id, name, description, in_support_center: isShown }: Entry): Told {
  return { id, name, description, show_in_portal: isShown === true };
}

export function articleOf(article: Entry): Told {
  return {
    id: article.id,
    subject: article['subject'],
    show_in_portal: article['in_support_center'] === true,
    main_content: article['body'],
    agent_content: article['internal_notes'],
    email: article['body_email'],
    chat: article['body_chat'],
    twitter: article['body_twitter'],
    question_answer: article['body_qna'],
    phone: article['body_phone'],
    quickcode: article['quickcode'],
    ...unknownMembers(['created_by', 'updated_by']),
  };
}
