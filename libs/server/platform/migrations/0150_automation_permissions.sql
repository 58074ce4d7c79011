-- Who may set up what the desk does by itself. Everybody who answers cases may be given them by routing.
UPDATE roles SET permissions = permissions || '{routing:work}' WHERE 'cases:reply' = ANY (permissions);
UPDATE roles SET permissions = permissions || '{macros:manage,rules:manage,routing:manage,business-hours:manage}'
WHERE key IN ('workflow-manager', 'business-manager', 'administrative-manager');
