-- Drives Neovim through a page as a person would: waits for the findings, takes the preferred fix of the first one, saves, and tells
-- what it saw. Nothing here waits for a time, only for what is to come, with a limit after which it gives up.
local page, result = vim.env.JOB_FAMILY_PAGE, vim.env.JOB_FAMILY_RESULT
local PATIENCE = 120000

local function give_up(what)
  vim.fn.writefile({ vim.fn.json_encode({ waited_in_vain_for = what }) }, result)
  vim.cmd('cquit')
end

local function wait(what, is_there)
  if not vim.wait(PATIENCE, is_there, 20) then give_up(what) end
end

local function findings()
  local told = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(told, { line = finding.lnum + 1, column = finding.col + 1, message = finding.message, code = finding.code or '' })
  end
  return told
end

vim.cmd('edit ' .. vim.fn.fnameescape(page))
wait('findings', function() return #vim.diagnostic.get(0) > 0 end)
local seen = findings()

local offered = {}
vim.ui.select = function(items, _, choose)
  local preferred
  for _, item in ipairs(items) do
    local action = item.action or item[2]
    table.insert(offered, action.title)
    if action.isPreferred then preferred = item end
  end
  choose(preferred)
end
local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.api.nvim_win_set_cursor(0, { seen[1].line, seen[1].column - 1 })
vim.lsp.buf.code_action()
wait('the fix', function() return not vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), before) end)
wait('no findings', function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd('write')
vim.fn.writefile({ vim.fn.json_encode({ findings = seen, offered = offered }) }, result)
vim.cmd('qall!')
