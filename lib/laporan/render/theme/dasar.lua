-- What all parts of the filter use. They are one file when they run: Quarto runs filters where they
-- can't load others. The filter runs before Quarto's own, for both engines.

local slides = FORMAT:match("revealjs") ~= nil
local html = slides or FORMAT:match("html") ~= nil
local page = html and not slides
local paper = FORMAT:match("typst") ~= nil
local docx, pptx = FORMAT == "docx", FORMAT == "pptx"

local function raw(code) return pandoc.RawBlock("html", code) end
local function typst(code) return pandoc.RawBlock("typst", code) end
local function empty(inlines) return not pandoc.utils.stringify(inlines):gsub("\u{a0}", ""):find("%S") end

-- Captions stand in attributes where they come from a cell's options.
local function read_inlines(text) return pandoc.utils.blocks_to_inlines(pandoc.read(text, "markdown").blocks) end

local function image_of(figure)
  local found
  figure:walk({ Image = function(image) found = found or image end })
  return found
end

local function unescaped(url)
  return (url:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\r?\n", "\\n") .. '"'
end

-- Blocks between raw code of Typst.
local function enclosed(opening, blocks, closing)
  local result = pandoc.Blocks({ typst(opening) })
  result:extend(blocks)
  result:insert(typst(closing))
  return result
end
