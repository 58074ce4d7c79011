export * from './company/company.entity.ts';
export * from './custom-field/custom-field.repository.ts';
export * from './customer/customer.entity.ts';
export * from './customer/customer.repository.ts';
export * from './customers.module.ts';
