/** A job family without findings in a workspace of `diskWorkspace`. */
export const cleanPage = `---
title: Cook
---

## Cook

The Cook reports to the owner.

### Job Grade

The Cook is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Cook

### Requirements

- Ability to use GitLab

### Performance Indicators

- [Meals on time](https://figures.example/meals)
- [Clean plates](https://figures.example/plates)
- [Happy guests](https://figures.example/guests)

### Career Ladder

Next comes the chef.

### Hiring Process

- A trial day
`;

/** The same with one warning, `unlinked-grade`, which has a safe fix. */
export const warnedPage = cleanPage.replaceAll('Cook', 'Baker').replace(/\[grade 6\]\([^)]*\)/, 'grade 6');

/** The same with one error, `missing-required-bullet`. */
export const failedPage = cleanPage.replaceAll('Cook', 'Waiter').replace('- Ability to use GitLab', '- Patience');

export const clean = 'content/job-families/kitchen/cook.md';
export const warned = 'content/job-families/kitchen/baker.md';
export const failed = 'content/job-families/kitchen/waiter.md';
