-- The first page alone, out of the report as pandoc read it: for a letter, a picture, a message. It
-- runs before laporan.lua, and is told by "bentuk" which of them.

local LONGEST_ACTIONS = 5

local function letters(block) return utf8.len(pandoc.utils.stringify(block)) or 0 end

-- Statements as far as a number of letters goes; the first one always.
local function first_of(items, limit)
  local kept, sum = {}, 0
  for _, item in ipairs(items) do
    sum = sum + letters(pandoc.Blocks(item))
    if #kept > 0 and sum > limit then break end
    table.insert(kept, item)
  end
  return kept
end

local function has(div, class) return div.t == "Div" and div.classes:includes(class) end

-- The statements, each a list of blocks.
local function statements(doc, limit)
  local items
  doc:walk({
    Div = function(div)
      if items or not has(div, "sorotan") then return nil end
      for _, block in ipairs(div.content) do
        if block.t == "BulletList" then items = items or block.content end
      end
      items = items or { div.content }
    end,
  })
  return first_of(items or {}, limit)
end

-- The first row of key figures: of each what it counts, its value, and how it is written.
local function figures(doc)
  local row
  doc:walk({ Div = function(div) if has(div, "kartu-baris") then row = row or div end end })
  local result = {}
  for _, card in ipairs(row and row.content or {}) do
    local parts = {}
    for _, part in ipairs(card.content) do
      if part.t == "Div" then parts[part.classes[1]] = pandoc.utils.blocks_to_inlines(part.content) end
    end
    if parts["kartu-nilai"] and pandoc.utils.stringify(parts["kartu-nilai"]) ~= "–" then
      table.insert(result, { label = parts["kartu-label"], value = parts["kartu-nilai"] })
    end
  end
  return result
end

-- The blocks of a part, up to the next heading of any level.
local function led_by(doc, id)
  local result, on = pandoc.Blocks({}), false
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then on = block.identifier == id
    elseif on then result:insert(block) end
  end
  return result
end

-- What was decided to be done: of each row of its table what, and how it stands.
local function actions(doc)
  local tbl
  doc:walk({
    Div = function(div)
      if div.identifier ~= "tbl-tindak-lanjut" then return nil end
      for _, block in ipairs(div.content) do
        local read = block.t == "RawBlock" and pandoc.read(block.text, "html").blocks or { block }
        for _, one in ipairs(read) do if one.t == "Table" then tbl = tbl or one end end
      end
    end,
  })
  local items = {}
  for _, body in ipairs(tbl and tbl.bodies or {}) do
    for _, row in ipairs(body.body) do
      if #items == LONGEST_ACTIONS then break end
      local what = pandoc.utils.blocks_to_inlines(row.cells[1].contents)
      what:extend({ pandoc.Str(":"), pandoc.Space() })
      what:extend(pandoc.utils.blocks_to_inlines(row.cells[2].contents))
      table.insert(items, { pandoc.Plain(what) })
    end
  end
  return items
end

-- The letter's own text; who writes to whom is put around it.
local function letter(doc)
  local title, month = pandoc.utils.stringify(doc.meta.title), pandoc.utils.stringify(doc.meta.subtitle or "")
  local blocks = pandoc.Blocks({
    pandoc.Para("Bersama ini disampaikan " .. title .. " " .. month .. ", dengan pokok-pokok sebagai berikut."),
    pandoc.BulletList(statements(doc, 1100)),
  })
  local asked, done = led_by(doc, "diminta"), actions(doc)
  if #asked > 0 or #done > 0 then blocks:insert(pandoc.Para({ pandoc.Strong("Yang diminta dan ditindaklanjuti") })) end
  local sum = 0
  for _, block in ipairs(asked) do
    sum = sum + letters(block)
    if sum > 600 then break end
    blocks:insert(block)
  end
  if #done > 0 then blocks:insert(pandoc.BulletList(done)) end
  blocks:insert(pandoc.Para("Uraian selengkapnya ada dalam laporan terlampir. Demikian disampaikan, untuk menjadi perhatian."))
  doc.blocks = blocks
  doc.meta.title, doc.meta.subtitle = nil, nil
  return doc
end

-- The first page for a picture: its key figures without remarks, and its statements.
local function picture(doc)
  local cards, told = pandoc.Blocks({}), pandoc.Blocks({})
  for _, each in ipairs(figures(doc)) do
    cards:insert(pandoc.Div({
      pandoc.Div({ pandoc.Para(each.value) }, { class = "kartu-nilai" }),
      pandoc.Div({ pandoc.Para(each.label) }, { class = "kartu-label" }),
    }, { class = "kartu" }))
  end
  told:insert(pandoc.RawBlock("typst", "#muat(("))
  for _, item in ipairs(statements(doc, 900)) do
    told:insert(pandoc.RawBlock("typst", "["))
    told:insert(pandoc.Div(item))
    told:insert(pandoc.RawBlock("typst", "],"))
  end
  told:insert(pandoc.RawBlock("typst", "))"))
  doc.blocks = pandoc.Blocks({ pandoc.Div(cards, { class = "kartu-baris" }) }) .. told
  return doc
end

-- What a chat would take for its own marks, and for addresses, as signs that only look so.
local ALIKE = { ["*"] = "\u{2217}", ["_"] = "\u{02cd}", ["~"] = "\u{223c}", ["`"] = "\u{02cb}" }

local function inert(str)
  local text = str.text:gsub("[*_~`]", ALIKE)
  text = text:gsub("://", "\u{2236}//"):gsub("@", "\u{ff20}")
  -- A dot before two letters or more makes a name a link.
  str.text = text:gsub("(%w)%.(%a%a)", "%1\u{2024}%2")
  return str
end

local function bold(strong)
  local result = pandoc.Inlines({ pandoc.Str("*") })
  result:extend(strong.content)
  result:insert(pandoc.Str("*"))
  return result
end

-- The first page for a chat: each statement a paragraph of plain text.
local function message(doc)
  local month = pandoc.utils.stringify(doc.meta.subtitle or "")
  local head = pandoc.Str(pandoc.utils.stringify(doc.meta.title) .. ", " .. month)
  local blocks = pandoc.Blocks({ pandoc.Para({ pandoc.Strong({ head }) }) })
  if doc.meta["catatan-kaki"] then
    blocks:insert(pandoc.Para(pandoc.utils.stringify(doc.meta["catatan-kaki"])))
  end
  local lines = pandoc.Inlines({})
  for _, each in ipairs(figures(doc)) do
    if #lines > 0 then lines:insert(pandoc.LineBreak()) end
    lines:extend({ pandoc.Str("\u{2022}"), pandoc.Space() })
    lines:extend(each.label)
    lines:extend({ pandoc.Str(":"), pandoc.Space(), pandoc.Strong(each.value) })
  end
  if #lines > 0 then blocks:insert(pandoc.Para(lines)) end
  for _, item in ipairs(statements(doc, 5000)) do
    blocks:insert(pandoc.Para(pandoc.utils.blocks_to_inlines(item)))
  end
  doc.blocks = blocks:walk({ Str = inert, Code = function(code) return pandoc.Str(code.text) end }):walk({
    Strong = bold,
    Link = function(link) return link.content end,
    Note = function() return {} end,
  })
  return doc
end

local SHAPES = { surat = letter, gambar = picture, pesan = message }

return {
  {
    Pandoc = function(doc)
      local shape = pandoc.utils.stringify(doc.meta.bentuk)
      doc.meta.bentuk = nil
      return SHAPES[shape](doc)
    end,
  },
}
