-- The calls of a scenario, and what came of them as one line of JSON.
-- wrk -s calls.lua URL -- SCENARIO ROWS TAG, where TAG tells this run's new users from all others.

local scenario, rows, tag
local count = 0

function init(arguments)
  scenario, rows, tag = arguments[1], tonumber(arguments[2]), arguments[3]
end

local calls = {
  read = function()
    -- A prime goes through all rows, and not in their order.
    return wrk.format("GET", "/api/users/" .. count * 7919 % rows + 1)
  end,
  list = function()
    return wrk.format("GET", "/api/users?page=" .. count % math.floor(rows / 20) + 1)
  end,
  create = function()
    local body = string.format(
      '{"email":"%s-%d@example.org","name":"User %d","role":"member","bio":"Was made under load."}', tag, count, count)
    return wrk.format("POST", "/api/users", { ["content-type"] = "application/json" }, body)
  end,
}

function request()
  count = count + 1
  return calls[scenario]()
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"microseconds":%d,"p99_microseconds":%d,"refused":%d,"broken":%d}',
    summary.requests, summary.duration, latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
