-- Topics and articles in the order in which they changed, texts and files with them. What is only announced changes nothing.
CREATE INDEX topics_updated_idx ON topics (updated_at, id);
CREATE INDEX articles_updated_idx ON articles (updated_at, id);
CREATE TRIGGER topic_translations_touch_topic AFTER INSERT OR UPDATE OR DELETE ON topic_translations
  FOR EACH ROW EXECUTE FUNCTION touch_owner('topics', 'topic_id');
CREATE TRIGGER topic_brands_touch_topic AFTER INSERT OR DELETE ON topic_brands
  FOR EACH ROW EXECUTE FUNCTION touch_owner('topics', 'topic_id');
CREATE TRIGGER article_translations_touch_article
  AFTER INSERT OR DELETE OR UPDATE OF subject, html, bodies, keywords, publish_at, outdated ON article_translations
  FOR EACH ROW EXECUTE FUNCTION touch_owner('articles', 'article_id');
CREATE TRIGGER article_files_touch_article AFTER INSERT OR DELETE ON article_files
  FOR EACH ROW EXECUTE FUNCTION touch_owner('articles', 'article_id');
CREATE TRIGGER topics_tombstone AFTER DELETE ON topics FOR EACH ROW EXECUTE FUNCTION leave_tombstone();
CREATE TRIGGER articles_tombstone AFTER DELETE ON articles FOR EACH ROW EXECUTE FUNCTION leave_tombstone();
