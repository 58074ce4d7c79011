-- Who may keep what customers find. Everybody who answers cases reads the knowledge base.
UPDATE roles SET permissions = permissions || '{articles:view}' WHERE 'cases:reply' = ANY (permissions);
UPDATE roles SET permissions = permissions || '{articles:view}' WHERE key = 'content-manager';
UPDATE roles SET permissions = permissions || '{articles:write,articles:publish,questions:moderate}'
WHERE key IN ('knowledge-base-manager', 'content-manager', 'knowledge-base-administrator', 'administrative-manager');
UPDATE roles SET permissions = permissions || '{themes:manage}'
WHERE key IN ('content-manager', 'knowledge-base-administrator', 'administrative-manager');
UPDATE roles SET permissions = permissions || '{feedback:view}' WHERE key IN ('reporting-agent', 'workflow-manager');
UPDATE roles SET permissions = permissions || '{feedback:view,feedback:manage}'
WHERE key IN ('business-manager', 'administrative-manager');
