-- The words of questions and answers, to be found beside articles: a row for each post, so that what may not be shown (yet, or
-- any more) is not found either. An answer is found by its own words and those of its question's subject.
CREATE TABLE question_words (
  message_id bigint PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
  question_id bigint NOT NULL REFERENCES questions ON DELETE CASCADE,
  answer_id bigint REFERENCES question_answers ON DELETE CASCADE,
  document tsvector NOT NULL
);
ALTER TABLE question_words ALTER document SET STORAGE EXTERNAL;
CREATE INDEX question_words_document_idx ON question_words USING gin (document);
CREATE INDEX question_words_question_id_idx ON question_words (question_id);
CREATE INDEX question_words_answer_id_idx ON question_words (answer_id) WHERE answer_id IS NOT NULL;

-- Subject (A) and what was said (D), weighted as an article's title and text are.
CREATE FUNCTION question_document(language text, subject text, said text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(to_tsvector(article_words(language), search_text(subject)), 'A')
    || setweight(to_tsvector(article_words(language), search_text(left(said, 200000))), 'D');

-- Said again when the words of a message change: what is erased is not found any more.
CREATE FUNCTION index_question_post(wanted bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO question_words (message_id, question_id, answer_id, document)
    SELECT m.id, q.id, p.answer_id, question_document(q.language, q.subject, left(m.text, greatest(m.visible_length, 0)))
    FROM (SELECT id AS question_id, NULL::bigint AS answer_id FROM questions WHERE message_id = wanted
          UNION ALL SELECT question_id, id FROM question_answers WHERE message_id = wanted) p
      JOIN questions q ON q.id = p.question_id JOIN messages m ON m.id = wanted
  ON CONFLICT (message_id) DO UPDATE SET document = EXCLUDED.document
$$;

CREATE FUNCTION index_question_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_question_post(CASE TG_TABLE_NAME WHEN 'messages' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'message_id')::bigint END);
  RETURN NULL;
END $$;
CREATE TRIGGER questions_words AFTER INSERT ON questions FOR EACH ROW EXECUTE FUNCTION index_question_words();
CREATE TRIGGER question_answers_words AFTER INSERT ON question_answers
  FOR EACH ROW EXECUTE FUNCTION index_question_words();
CREATE TRIGGER messages_question_words AFTER UPDATE OF text, visible_length ON messages FOR EACH ROW
  WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.visible_length IS DISTINCT FROM NEW.visible_length)
  EXECUTE FUNCTION index_question_words();

-- What a misspelled word may have been meant to be: from subjects that somebody published, never from what people wrote below.
CREATE FUNCTION learn_question_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO knowledge_words (language, word)
    SELECT NEW.language, word FROM unnest(tsvector_to_array(to_tsvector('bureau_plain', search_text(NEW.subject)))) AS word
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '^[0-9]+$'
    ORDER BY word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER questions_learn AFTER INSERT OR UPDATE OF state ON questions FOR EACH ROW
  WHEN (NEW.state = 'published') EXECUTE FUNCTION learn_question_words();

SELECT index_question_post(message_id) FROM questions;
SELECT index_question_post(message_id) FROM question_answers;
