-- Fields that Salesforce does not take any more and that administrators have been told of: once each, until a check finds them well.
CREATE TABLE salesforce_field_alerts (
  object text NOT NULL,
  salesforce_field text NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (object, salesforce_field, code)
);
